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
        <source>&amp;Lay Out Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the nodes out in layers</source>
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
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Skipwire</source>
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
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
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
        <source>Source: {what}</source>
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
        <source>{kind} has no “{name}”. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} is a layer; only a block can repeat.</source>
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
</context>
</TS>
