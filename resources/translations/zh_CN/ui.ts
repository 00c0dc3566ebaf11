<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lay Out Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the nodes out in layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay Out &amp;Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the selected nodes out where they are, or all where none are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align L&amp;eft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align &amp;Centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line the selected nodes up one below the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align &amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align &amp;Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align &amp;Middles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line the selected nodes up side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align &amp;Bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute &amp;Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes alike, from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes alike, from top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frame Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a titled frame about what is selected, which takes it along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in Markdown, beside the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapping &amp;On or Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether what is dragged comes into line with the grid and its neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select N&amp;one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python &amp;Module…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the PyTorch module to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training Script…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the module and train.py to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ONNX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the network for other programs, and check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch.&amp;export Program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the network as a program of PyTorch without its code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Diagram…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is drawn as SVG, PNG or PDF for print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Summary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the costs of every node as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .skipwire file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets and recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network and its training recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;Picture of the Window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the definition behind the selected block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where the block is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Skipwire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what is to be added and wired after the selected node (also Tab or Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a Layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, compare and open the published architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;Custom Layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a layer as a class of PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import Block File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a block that somebody sent into your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the blocks of your library are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the selected nodes into a block that can be used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unpack Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the block's nodes in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many copies of the block stand in a chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Block &amp;Its Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the definition, so that editing it changes this instance only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All Ins&amp;tances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every use of the same block in this graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Block to My Li&amp;brary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the selected block in the palette of every network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport Block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the selected block, with all it needs, to one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Layer &amp;Code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the code of the custom layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend the First Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make its best repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch &amp;Off or On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A node that is off passes its input on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use for My Data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new head for your classes, and what learns of the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training leaves the weights and statistics of the selected nodes as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U&amp;nfreeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected nodes learn again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load Weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the weights of a file, once you have seen how they fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Published Weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the weights that torchvision publishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the weights, trained where there was a run, with their network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Detach Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with new weights, drawn by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network in a process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause after the present batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run after the present batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Heat &amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour the nodes by what they cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;roblems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature &amp;Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every node or block costs, to be sorted and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark or Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what gives {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what takes {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay out selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag onto the line to remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make block {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path leaves the selection and comes back to it through {nodes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ends} cannot go into a block: a block has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {name} in other places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more places look the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make {name} its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more place looks the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make This One Its Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select those too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block}: the definition, shared by all its instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the definition, so that edits change this instance only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block}, used {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{block}, used once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {port} to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to {port} from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Will not fit: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the wire from {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports that take the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the one node that is to be connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} has no output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} has no input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port that takes the wire has such a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all {count} wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add reroute point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select what it feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select what feeds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select its ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a layer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect {wire}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swaps with the wire from {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} has room for {room} of {count} wires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bend wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut {count} wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead {count} wires through here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note, in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the end of a wire along it to change the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+drag moves its wires to another port, Alt+click removes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port of this wire is gone: draw another, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats {many}: click to type, wheel while it is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many copies stand in a chain: a number, or “=” and an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire crashed the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was open then is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report below helps to mend it. It holds nothing of your networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong. Your work is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have open was kept just now, and you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has happened {times} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else went wrong: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have open could not be kept: please save it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust This Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust and Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{document}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {number} networks?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way. It ends when its network is left, and its curves go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch of the training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples the training step is weighed with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training step with a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it as a drawing of its own (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs and structure beside those of another preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert as Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the open drawing, as one block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles, authors, papers, years, data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the published architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used {count} times: an edit here is one of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the parameter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the new parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make {parameter} a parameter of {block}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make This a Parameter of {block}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG or the numbers as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the maps; of “Blue to red” white is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale all channels alike, not each to its own least and greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it again after zooming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG or the values as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repair is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not show this advice again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you draw is not kept for a crash: {why}. Save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire has ended unexpectedly {times} times in a row while these were open. If they are not brought back, they are kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} could not be brought back and are kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a crash left cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} networks are back as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite keeps what the file holds now among its versions. Reload takes what the file holds; what you have here stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}, but no older version is kept: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{document}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again to see the feature maps of this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds · Tab completes · arguments after the name: conv2d 64 3x3 /2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer, block or network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that fits this wire has that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has that name. Try fewer letters, or what it does: “pool”, “norm”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{millions:.3g} million parameters, {layers} layers deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats {number} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} has no “{name}”. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} is a layer; only a block repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block repeats 1 to {most} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} has no parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter left for “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each block as one row, or every layer inside of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close: it has unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one folder for each class in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds one folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make It Fit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done about it, in one press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the worker's time that went into feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for My Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old layers learn at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the statistics of their normalisations, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is frozen computes with the means and variances that it has, and not with those of each batch: best where there is little data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Of a Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the folders of images in a folder, and train on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the data of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor on the learning rate of what was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the learning rate, so that what it knows is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with one folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tensors find their places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By their names, or those of the same shape in the same order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tensors are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors of the network and of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By their names: a .safetensors file does not keep their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off by default. Skipwire never fetches anything by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{document} is being trained. Stop that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6 6.12 crashes on Python before 3.12. Install 'PySide6-Essentials&gt;=6.10.3,&lt;6.12', or use Python 3.12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breadcrumb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a layer here from the palette, or double click one there.
Wires go from the port below a card to a port above another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} of {x2} parameters learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (any number, in this order)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {shape_text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For training only: left out at inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bypassed: passes its input through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen: training leaves its weights as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly frozen: {partly}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns at {rate} × the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what} and heal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {wire}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire {__version__}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw: the network has no nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of that size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be encoded or the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {node} to {x} nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect {count} wires to {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {x} wires to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reroute {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input of {node} is taken. Drop the wire on the one to replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat {scope} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>The network has problems; this is the code before them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code appears here once the network has no problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire {__version__}, Python {x}, PySide6 {pyside}, Qt {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}, last action: {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network carries code: {x}. Nothing of it is run, and so it has no shapes, no training and no export, until you trust it. Trusted code can do whatever you can do on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the changes to this code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have not been applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node of this layer is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, in training: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire networks (*{SUFFIX})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire networks (*{SUFFIX} *{WEIGHTS})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in {parent} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot be made so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {path}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Training Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {parent}, with another text than the one to be written. What was changed there by hand is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn with seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write untrained weights?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These will be the initial weights, {begun}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It begins with {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Parts are frozen, and no weights are loaded: it asks for --weights FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training script was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the blocks that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> With {settings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} for training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{top1} % on {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is published for these parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} of {every}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset is found. The search knows titles, families, authors, papers, years, parameters, published variants and the data of published accuracies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;table width='100%' cellspacing='0'&gt;&lt;tr&gt;{head}&lt;/tr&gt;{body}&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span style='color:{muted}'&gt;{x}&lt;/span&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;tr bgcolor='{x}'&gt;{x2}&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;td width='{share}%' align='{x}' style='padding: 3px 8px; {style}'&gt;{cell}&lt;/td&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span title='{x}'&gt;{x2}&lt;/span&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} &amp;nbsp; {shown} &amp;nbsp; {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right against left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{output}, in training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span style='color:{chip}'&gt;■&lt;/span&gt; {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on the {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the block: the class in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used inside by “=” expressions, such as =2*width. The values are defaults. The channels that enter are called {entering} there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename block {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set default of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add parameter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove parameter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} for one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} a sample, for the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td style='color:{muted}; padding-right:10px'&gt;{x}&lt;/td&gt;&lt;td&gt;{x2}&lt;/td&gt;&lt;/tr&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='1'&gt;{rows}&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrowest path {x} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centred on {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;{title}&lt;/b&gt;&lt;br&gt;{x}&lt;/p&gt;&lt;p&gt;Source: {x2}.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: the attribute in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened from {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the network: the class in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a node to see and change its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer or block named “{kind}”. Remove the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen, statistics too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether training changes the weights. Statistics are the running means and variances of normalisations, which else go on with every batch. Of a block it holds for all inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, rates differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}, × {rate} of the blocks around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note frozen around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set learning rate ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen by the block {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes an expression with “=” before it: “={text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No display: running the same session offscreen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the window: {picture}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right-click a block to save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carries code that is not run until you trust it: {x}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='2'&gt;{rows}&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch's own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own blocks are files in this folder. Blocks that are in the folder of before stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual folder: {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipwire blocks (*{SUFFIX})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, which is that of its class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {BIN} of your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another {name} in your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that have it already keep theirs either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in your library already, just as it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to My Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block was not {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Block File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This block was not imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search layers and blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>重塑</translation>
    </message>
    <message>
        <source>Nothing here has that name. Published networks are in the gallery (Insert menu).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers and blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue to red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run and keep up with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no curves to export. Train the network first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random patterns, not real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving average of the loss over {x} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of 5,000 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum with auxiliary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {x}   loss {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (mean {x})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   epoch {x}: train {x2}, {x3}; val {x4}, {x5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a node while training to see its feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector of {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {channel}: {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees {x} × {x2} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows {start} to {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns {start} to {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no feature maps to export. {EMPTY}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, shown as {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees only padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}; values from {x} to {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {count} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe image: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that the maps are of: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repair is known: what to do has to be decided by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes away with the problems before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the layer's code, and trust it in the bar over the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes away once that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the layer's code, and change it where it fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repair is known for these problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trained ones belong to {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trained ones were lost when their run failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawing before your edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a node to see its feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before your edit this node was not there, or gave another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search popup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;span style='color:{muted}'&gt; → &lt;/span&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='1'&gt;{x}&lt;/table&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire a network, watch it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {drawing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that you save or open appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} multiply-adds for one sample (convolutions, linear layers, matrix products)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inference of one sample needs {x}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} with {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QToolButton {{ color: {colour}; }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   epoch {x} of {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training step needs {x}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color: {error};</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest batch that fits {where}: {x}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even one sample fits {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training step {x} at batch {x2}   </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inference {x}, nothing is trained   </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} in training, with the auxiliary outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} copied as {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({x} in training)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random patterns in the shape of the input: not real data, only to see it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digits: 1,797 grey images of 8 × 8, built in. image folder: PNG and JPEG files on disk, in one folder for each class. photographs: two of them, to see the feature maps of; nothing is learned. synthetic: random patterns for as many classes as the network has, to try it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{x}”. Choose one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds one folder of images for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the training images are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per step: the gradient is their mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a step. Too large diverges, too small is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine: the rate rises over the first tenth of the run, then falls to zero along half a cosine. constant: it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sgd: stochastic gradient descent with momentum. adam: Adam (Kingma and Ba, 2015). adamw: Adam with decoupled weight decay (Loshchilov and Hutter, 2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the former step that is kept in the next; for sgd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull of the weights towards zero; 0 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the images, between 0 and 1, that is never learnt from and only measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the random numbers. The same seed on CPU gives the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to train. auto takes cuda, else mps, else cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute in 16 bits where that is safe: faster, with less memory. On cuda only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than {lt}, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not fit the data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size: {most} {device} with {x}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {x} fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not even 1 fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the drawing before your edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes' share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the outputs that stay at inference, as in the validation. With the auxiliary ones it was {x} in the last epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show traceback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide traceback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown{where}, nothing learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how} after {epochs} and {x}{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process cannot be started: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process sent something unreadable. {error}</source>
        <translation>训练进程发来无法读取的内容。{error}</translation>
    </message>
    <message>
        <source>Choose the folder of your images here, or data afterwards in the Training panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} and {last} tell {number} classes apart. New ones for your classes take their places, and learn from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the new head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick, and enough for data that is much alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last stage too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where the maps were made smaller last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For much data, or data that is rather different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} What you prepare here is for a program of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe trains on random patterns. {_CHOOSE}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe shows photographs, of which nothing is learned. {_CHOOSE}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} tells {number} classes apart. A new one for your classes takes its place, and learns from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with the weights of {name}; the new head is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights are loaded, so that all of it would begin by chance. Load some first, or afterwards: Network › Load Weights, or Published Weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for my data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{x}&lt;/b&gt; of {x2} parameters learn. A training step at batch {x3} needs &lt;b&gt;{x4}&lt;/b&gt;, where now it needs {x5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds no folder with PNG or JPEG images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in “{name}”, to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: {name}, {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights: {name}, {matching}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {name} are still being read. Try again in a moment, or detach them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load Weights — {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.bin *.ckpt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow downloads from {x}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x} of {x2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V{version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume Old Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Skipwire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Skipwire {__version__}&lt;/h3&gt;&lt;p&gt;Wire a network, watch it learn.&lt;/p&gt;&lt;p&gt;MIT licence. Built on PyTorch, Qt for Python, pyqtgraph and networkx.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {undo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {redo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the run {OF_BEFORE}. To train the new one, stop that run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tip}. Asks first what is to be done: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
