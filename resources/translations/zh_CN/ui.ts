<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>书签(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>排列(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>The colours that the desktop asks for</source>
        <translation>使用桌面所要求的颜色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High Contrast Light</source>
        <translation>高对比度浅色(&amp;H)</translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation>白底黑字</translation>
    </message>
    <message>
        <source>High &amp;Contrast Dark</source>
        <translation>高对比度深色(&amp;C)</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黑底白字</translation>
    </message>
    <message>
        <source>La&amp;rger Interface</source>
        <translation>放大界面(&amp;R)</translation>
    </message>
    <message>
        <source>Texts, icons and fields larger, all but the canvas</source>
        <translation>文字、图标和输入框变大，画布除外</translation>
    </message>
    <message>
        <source>S&amp;maller Interface</source>
        <translation>缩小界面(&amp;M)</translation>
    </message>
    <message>
        <source>Texts, icons and fields smaller, all but the canvas</source>
        <translation>文字、图标和输入框变小，画布除外</translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation>通常大小(&amp;U)</translation>
    </message>
    <message>
        <source>The interface as large as the desktop asks for</source>
        <translation>界面大小与桌面所要求的一致</translation>
    </message>
    <message>
        <source>&amp;Lay Out Everything</source>
        <translation>全部自动布局(&amp;L)</translation>
    </message>
    <message>
        <source>Lay the nodes out in layers</source>
        <translation>把节点按层次排开</translation>
    </message>
    <message>
        <source>Lay Out &amp;Selection</source>
        <translation>布局所选部分(&amp;S)</translation>
    </message>
    <message>
        <source>Lay the selected nodes out where they are, or all where none are selected</source>
        <translation>在原处布局所选节点；没有选择时布局全部</translation>
    </message>
    <message>
        <source>Align L&amp;eft</source>
        <translation>左对齐(&amp;E)</translation>
    </message>
    <message>
        <source>Align &amp;Centres</source>
        <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
        <source>Line the selected nodes up one below the other</source>
        <translation>把所选节点上下对成一列</translation>
    </message>
    <message>
        <source>Align &amp;Right</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;Top</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <source>Align &amp;Middles</source>
        <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
        <source>Line the selected nodes up side by side</source>
        <translation>把所选节点左右对成一行</translation>
    </message>
    <message>
        <source>Align &amp;Bottom</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Distribute &amp;Across</source>
        <translation>横向分布(&amp;A)</translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes alike, from left to right</source>
        <translation>让所选节点从左到右的间隔相同</translation>
    </message>
    <message>
        <source>Distribute &amp;Down</source>
        <translation>纵向分布(&amp;D)</translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes alike, from top to bottom</source>
        <translation>让所选节点从上到下的间隔相同</translation>
    </message>
    <message>
        <source>&amp;Frame Selection</source>
        <translation>给所选部分加框(&amp;F)</translation>
    </message>
    <message>
        <source>Put a titled frame about what is selected, which takes it along</source>
        <translation>在所选内容四周加一个带标题的框，移动框时内容随之移动</translation>
    </message>
    <message>
        <source>Add &amp;Note</source>
        <translation>添加便签(&amp;N)</translation>
    </message>
    <message>
        <source>A text in Markdown, beside the nodes</source>
        <translation>放在节点旁边的一段 Markdown 文字</translation>
    </message>
    <message>
        <source>Snapping &amp;On or Off</source>
        <translation>开关吸附(&amp;O)</translation>
    </message>
    <message>
        <source>Whether what is dragged comes into line with the grid and its neighbours</source>
        <translation>拖动时是否与网格和邻近节点对齐</translation>
    </message>
    <message>
        <source>&amp;Joining Near Cards On or Off</source>
        <translation>开关靠近即连接(&amp;J)</translation>
    </message>
    <message>
        <source>Whether a card that is dragged near another is wired to it; not with Alt held</source>
        <translation>把卡片拖到另一张附近时是否自动连线；按住 Alt 时不连</translation>
    </message>
    <message>
        <source>Go to Bookmark &amp;{number}</source>
        <translation>转到书签 &amp;{number}</translation>
    </message>
    <message>
        <source>Show the place that has the number</source>
        <translation>显示该编号的位置</translation>
    </message>
    <message>
        <source>Set Bookmark {number}</source>
        <translation>设置书签 {number}</translation>
    </message>
    <message>
        <source>Give what is in view the number; it is saved with the network</source>
        <translation>把当前视野记到该编号下，随网络一起保存</translation>
    </message>
    <message>
        <source>&amp;Edit Bookmarks…</source>
        <translation>编辑书签(&amp;E)…</translation>
    </message>
    <message>
        <source>Rename and remove them, or go to one</source>
        <translation>重命名、移除书签，或前往其中一个</translation>
    </message>
    <message>
        <source>&amp;Remove All Bookmarks</source>
        <translation>删除所有书签(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste with &amp;Wires</source>
        <translation>连同连线粘贴(&amp;W)</translation>
    </message>
    <message>
        <source>Paste, and feed it from the nodes of the names that fed it where it was copied</source>
        <translation>粘贴，并从复制时为它供数的同名节点接入</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>再制(&amp;D)</translation>
    </message>
    <message>
        <source>Duplicate with W&amp;ires</source>
        <translation>连同连线再制(&amp;I)</translation>
    </message>
    <message>
        <source>Duplicate, and feed the copies from what feeds the originals</source>
        <translation>再制，副本接入与原件相同的来源</translation>
    </message>
    <message>
        <source>Copy to Other S&amp;ide</source>
        <translation>复制到另一侧(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the selected nodes, with the wires among them, to the network beside it</source>
        <translation>把选中的节点连同它们之间的连线复制到旁边的网络</translation>
    </message>
    <message>
        <source>Mo&amp;ve to Other Side</source>
        <translation>移动到另一侧(&amp;V)</translation>
    </message>
    <message>
        <source>Move the selected nodes, with the wires among them, to the network beside it</source>
        <translation>把选中的节点连同它们之间的连线移动到旁边的网络</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete and &amp;Heal Wires</source>
        <translation>删除并接通连线(&amp;H)</translation>
    </message>
    <message>
        <source>Delete the selected nodes; what fed them feeds what they fed</source>
        <translation>删除所选节点，并把它们的来源直接接到它们的去处</translation>
    </message>
    <message>
        <source>E&amp;xtract from Wires</source>
        <translation>从连线中取出(&amp;X)</translation>
    </message>
    <message>
        <source>Take the selected nodes out of their wires and let them stand alone</source>
        <translation>把所选节点从连线中取出，使其独立</translation>
    </message>
    <message>
        <source>Connect T&amp;o…</source>
        <translation>连接到(&amp;O)…</translation>
    </message>
    <message>
        <source>Search for the port that the selected nodes are to feed</source>
        <translation>查找所选节点要连接到的端口</translation>
    </message>
    <message>
        <source>Connect Fro&amp;m…</source>
        <translation>从其连接(&amp;M)…</translation>
    </message>
    <message>
        <source>Search for the port that is to feed the selected nodes</source>
        <translation>查找要连接到所选节点的端口</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find and select nodes by name, kind, parameters or problems</source>
        <translation>按名称、种类、参数或问题查找并选择节点</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Replace &amp;Kind…</source>
        <translation>替换种类(&amp;K)…</translation>
    </message>
    <message>
        <source>Make the selected nodes ones of another kind, with what fits it</source>
        <translation>把所选节点换成另一种类，适合的参数保留</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select N&amp;one</source>
        <translation>取消选择(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Language, colours, and how canvas and documents behave</source>
        <translation>语言、颜色，以及画布和文档的行为</translation>
    </message>
    <message>
        <source>Python &amp;Module…</source>
        <translation>Python 模块(&amp;M)…</translation>
    </message>
    <message>
        <source>Write the PyTorch module to a file</source>
        <translation>把 PyTorch 模块写入文件</translation>
    </message>
    <message>
        <source>&amp;Training Script…</source>
        <translation>训练脚本(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the module and train.py to a folder</source>
        <translation>把模块和 train.py 写入文件夹</translation>
    </message>
    <message>
        <source>&amp;ONNX…</source>
        <translation>&amp;ONNX…</translation>
    </message>
    <message>
        <source>Write the network for other programs, and check it</source>
        <translation>把网络写成其他程序可用的格式，并检查</translation>
    </message>
    <message>
        <source>torch.&amp;export Program…</source>
        <translation>torch.&amp;export 程序…</translation>
    </message>
    <message>
        <source>Write the network as a program of PyTorch without its code</source>
        <translation>把网络写成不含其代码的 PyTorch 程序</translation>
    </message>
    <message>
        <source>&amp;Diagram…</source>
        <translation>图示(&amp;D)…</translation>
    </message>
    <message>
        <source>Write what is drawn as SVG, PNG or PDF for print</source>
        <translation>把画出的内容写成供打印的 SVG、PNG 或 PDF</translation>
    </message>
    <message>
        <source>&amp;Summary…</source>
        <translation>摘要(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the costs of every node as a table</source>
        <translation>把每个节点的开销写成表格</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start with an empty canvas</source>
        <translation>从空画布开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a .skipwire file</source>
        <translation>打开 .skipwire 文件</translation>
    </message>
    <message>
        <source>Start &amp;Page</source>
        <translation>起始页(&amp;P)</translation>
    </message>
    <message>
        <source>Presets and recent files</source>
        <translation>预设和最近的文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the network and its training recipe</source>
        <translation>保存网络及其训练方案</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>历史版本(&amp;V)…</translation>
    </message>
    <message>
        <source>What the file held when it was saved before</source>
        <translation>文件在以前各次保存时的内容</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>重新打开关闭的标签页(&amp;T)</translation>
    </message>
    <message>
        <source>Have the network back that was closed last, with all its steps</source>
        <translation>恢复最后关闭的网络及其全部步骤</translation>
    </message>
    <message>
        <source>Copy Pat&amp;h</source>
        <translation>复制路径(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the path of the file as text</source>
        <translation>把文件的路径复制为文本</translation>
    </message>
    <message>
        <source>Show in Fol&amp;der</source>
        <translation>在文件夹中显示(&amp;D)</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>Save &amp;Picture of the Window…</source>
        <translation>保存窗口图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Search every command, network, file, node and block</source>
        <translation>搜索所有命令、网络、文件、节点和模块</translation>
    </message>
    <message>
        <source>Go to &amp;Node…</source>
        <translation>转到节点(&amp;N)…</translation>
    </message>
    <message>
        <source>Search the nodes of all blocks by name</source>
        <translation>按名称搜索所有模块中的节点</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>To the place before the last jump</source>
        <translation>回到上次跳转之前的位置</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>To the place that was left by going back</source>
        <translation>回到后退之前的位置</translation>
    </message>
    <message>
        <source>&amp;Enter Block</source>
        <translation>进入模块(&amp;E)</translation>
    </message>
    <message>
        <source>Show the definition behind the selected block</source>
        <translation>显示所选模块背后的定义</translation>
    </message>
    <message>
        <source>&amp;Leave Block</source>
        <translation>离开模块(&amp;L)</translation>
    </message>
    <message>
        <source>Back to where the block is used</source>
        <translation>回到使用该模块的地方</translation>
    </message>
    <message>
        <source>Next &amp;Problem</source>
        <translation>下一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>Show and select the node of the next problem</source>
        <translation>显示并选择下一个有问题的节点</translation>
    </message>
    <message>
        <source>P&amp;revious Problem</source>
        <translation>上一个问题(&amp;R)</translation>
    </message>
    <message>
        <source>Show and select the node of the problem before</source>
        <translation>显示并选择上一个有问题的节点</translation>
    </message>
    <message>
        <source>To the C&amp;anvas</source>
        <translation>到画布(&amp;A)</translation>
    </message>
    <message>
        <source>Have the keys go to the canvas again</source>
        <translation>让键盘重新作用于画布</translation>
    </message>
    <message>
        <source>Ne&amp;xt Tab</source>
        <translation>下一个标签页(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>上一个标签页(&amp;V)</translation>
    </message>
    <message>
        <source>Help on the Selected &amp;Layer</source>
        <translation>所选层的帮助(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Six steps on a real network; can be left at any time</source>
        <translation>在真实网络上的六个步骤；随时可以离开</translation>
    </message>
    <message>
        <source>&amp;About Skipwire</source>
        <translation>关于 Skipwire(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Type what is to be added and wired after the selected node (also Tab or Space)</source>
        <translation>输入要添加的内容，它会接在所选节点之后（也可按 Tab 或空格）</translation>
    </message>
    <message>
        <source>&amp;Find a Layer…</source>
        <translation>查找层(&amp;F)…</translation>
    </message>
    <message>
        <source>Search the palette</source>
        <translation>在面板中搜索</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>图库(&amp;G)…</translation>
    </message>
    <message>
        <source>Search, compare and open the published architectures</source>
        <translation>搜索、比较和打开已发表的架构</translation>
    </message>
    <message>
        <source>New &amp;Custom Layer…</source>
        <translation>新建自定义层(&amp;C)…</translation>
    </message>
    <message>
        <source>Write a layer as a class of PyTorch</source>
        <translation>用 PyTorch 的类编写一个层</translation>
    </message>
    <message>
        <source>&amp;Import Block File…</source>
        <translation>导入模块文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Copy a block that somebody sent into your library</source>
        <translation>把别人发来的模块复制到你的库中</translation>
    </message>
    <message>
        <source>&amp;Library Folder…</source>
        <translation>库文件夹(&amp;L)…</translation>
    </message>
    <message>
        <source>Where the blocks of your library are</source>
        <translation>你的库中的模块放在哪里</translation>
    </message>
    <message>
        <source>The language that the desktop speaks</source>
        <translation>与桌面系统的语言一致</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>English(&amp;E)</translation>
    </message>
    <message>
        <source>Make &amp;Block</source>
        <translation>制作模块(&amp;B)</translation>
    </message>
    <message>
        <source>Turn the selected nodes into a block that can be used again</source>
        <translation>把所选节点变成可重复使用的模块</translation>
    </message>
    <message>
        <source>&amp;Unpack Block</source>
        <translation>拆开模块(&amp;U)</translation>
    </message>
    <message>
        <source>Put the block's nodes in its place</source>
        <translation>用模块中的节点取代它</translation>
    </message>
    <message>
        <source>&amp;Repeat…</source>
        <translation>重复(&amp;R)…</translation>
    </message>
    <message>
        <source>How many copies of the block stand in a chain</source>
        <translation>一条链中有多少个该模块的副本</translation>
    </message>
    <message>
        <source>Un&amp;fold or Fold</source>
        <translation>展开或折叠(&amp;F)</translation>
    </message>
    <message>
        <source>Show the graph of the block on its card</source>
        <translation>在卡片上显示模块的图</translation>
    </message>
    <message>
        <source>Unfold or Fold &amp;All</source>
        <translation>展开或折叠全部(&amp;A)</translation>
    </message>
    <message>
        <source>Show the graphs of all blocks on their cards</source>
        <translation>在卡片上显示所有模块的图</translation>
    </message>
    <message>
        <source>Make Block &amp;Its Own</source>
        <translation>使模块独立(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the definition, so that editing it changes this instance only</source>
        <translation>复制定义，使编辑只影响这一个实例</translation>
    </message>
    <message>
        <source>Select All Ins&amp;tances</source>
        <translation>选择所有实例(&amp;T)</translation>
    </message>
    <message>
        <source>Select every use of the same block in this graph</source>
        <translation>选择本图中同一模块的每一处使用</translation>
    </message>
    <message>
        <source>Save Block to My Li&amp;brary</source>
        <translation>把模块存入我的库(&amp;B)</translation>
    </message>
    <message>
        <source>Have the selected block in the palette of every network</source>
        <translation>让所选模块出现在每个网络的面板中</translation>
    </message>
    <message>
        <source>E&amp;xport Block…</source>
        <translation>导出模块(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the selected block, with all it needs, to one file</source>
        <translation>把所选模块及其所需的一切写入一个文件</translation>
    </message>
    <message>
        <source>Edit Layer &amp;Code…</source>
        <translation>编辑层的代码(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the code of the custom layer</source>
        <translation>显示自定义层的代码</translation>
    </message>
    <message>
        <source>&amp;Mend the First Problem</source>
        <translation>修复第一个问题(&amp;M)</translation>
    </message>
    <message>
        <source>Make its best repair</source>
        <translation>执行其最佳修复</translation>
    </message>
    <message>
        <source>Switch &amp;Off or On</source>
        <translation>关闭或启用(&amp;O)</translation>
    </message>
    <message>
        <source>A node that is off passes its input on</source>
        <translation>关闭的节点把输入原样传过</translation>
    </message>
    <message>
        <source>&amp;Use for My Data…</source>
        <translation>用于我的数据(&amp;U)…</translation>
    </message>
    <message>
        <source>A new head for your classes, and what learns of the rest</source>
        <translation>为你的类别换一个新的头部，并决定其余部分中学习什么</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>冻结(&amp;F)</translation>
    </message>
    <message>
        <source>Training leaves the weights and statistics of the selected nodes as they are</source>
        <translation>训练时所选节点的权重和统计量保持不变</translation>
    </message>
    <message>
        <source>U&amp;nfreeze</source>
        <translation>解冻(&amp;N)</translation>
    </message>
    <message>
        <source>Let the selected nodes learn again</source>
        <translation>让所选节点重新学习</translation>
    </message>
    <message>
        <source>&amp;Load Weights…</source>
        <translation>加载权重(&amp;L)…</translation>
    </message>
    <message>
        <source>Begin with the weights of a file, once you have seen how they fit</source>
        <translation>先看清如何匹配，再从文件中的权重开始</translation>
    </message>
    <message>
        <source>&amp;Published Weights…</source>
        <translation>公开的权重(&amp;P)…</translation>
    </message>
    <message>
        <source>Fetch the weights that torchvision publishes</source>
        <translation>获取 torchvision 发布的权重</translation>
    </message>
    <message>
        <source>&amp;Save Weights…</source>
        <translation>保存权重(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the weights, trained where there was a run, with their network</source>
        <translation>把权重连同网络写出；运行过的为训练后的权重</translation>
    </message>
    <message>
        <source>&amp;Detach Weights</source>
        <translation>移除权重(&amp;D)</translation>
    </message>
    <message>
        <source>Begin with new weights, drawn by chance</source>
        <translation>从随机抽取的新权重开始</translation>
    </message>
    <message>
        <source>Resu&amp;lts</source>
        <translation>结果(&amp;L)</translation>
    </message>
    <message>
        <source>What the network takes for what, on which images, and where it looks</source>
        <translation>网络把什么认作什么、在哪些图像上，以及它看向哪里</translation>
    </message>
    <message>
        <source>Past &amp;Runs</source>
        <translation>过往训练(&amp;R)</translation>
    </message>
    <message>
        <source>Every run that was kept: compare them, open their networks</source>
        <translation>保存下来的每次训练：相互比较，打开其网络</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network in a process of its own</source>
        <translation>在独立的进程中训练网络</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause after the present batch</source>
        <translation>在当前批次之后暂停</translation>
    </message>
    <message>
        <source>One St&amp;ep</source>
        <translation>单步(&amp;E)</translation>
    </message>
    <message>
        <source>Learn from one batch more, then pause</source>
        <translation>再学习一个批次，然后暂停</translation>
    </message>
    <message>
        <source>One Ep&amp;och</source>
        <translation>单轮(&amp;O)</translation>
    </message>
    <message>
        <source>Go on to the end of the epoch and its validation, then pause</source>
        <translation>继续到本轮及其验证结束，然后暂停</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the run after the present batch</source>
        <translation>在当前批次之后结束运行</translation>
    </message>
    <message>
        <source>Add to &amp;Queue</source>
        <translation>加入队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Train the network as it is drawn when the runs before it have ended</source>
        <translation>在前面的训练结束后，按现在的图训练这个网络</translation>
    </message>
    <message>
        <source>Continue with These &amp;Weights…</source>
        <translation>用这些权重继续(&amp;W)…</translation>
    </message>
    <message>
        <source>Let the run go on with the network as it is drawn now, and what it has learned</source>
        <translation>让运行用现在画出的网络和已学到的继续</translation>
    </message>
    <message>
        <source>Go &amp;Back to Before a Change…</source>
        <translation>回到某次改动之前(&amp;B)…</translation>
    </message>
    <message>
        <source>Lead the run back to before its network became another one</source>
        <translation>让运行回到网络改动之前</translation>
    </message>
    <message>
        <source>Free&amp;ze While It Trains</source>
        <translation>训练时冻结(&amp;Z)</translation>
    </message>
    <message>
        <source>From the next batch on the selected nodes learn nothing</source>
        <translation>从下一批起，所选节点不再学习</translation>
    </message>
    <message>
        <source>Let It Lea&amp;rn Again</source>
        <translation>恢复学习(&amp;R)</translation>
    </message>
    <message>
        <source>From the next batch on the selected nodes learn again</source>
        <translation>从下一批起，所选节点恢复学习</translation>
    </message>
    <message>
        <source>Find a &amp;Learning Rate…</source>
        <translation>查找学习率(&amp;L)…</translation>
    </message>
    <message>
        <source>Try every rate from small to large in a few seconds, and suggest one</source>
        <translation>几秒内从小到大试遍各个学习率，并推荐一个</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>适合全部(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>适合所选部分(&amp;S)</translation>
    </message>
    <message>
        <source>Fit What Is under the P&amp;ointer</source>
        <translation>适合指针下的内容(&amp;O)</translation>
    </message>
    <message>
        <source>The card there, else the frame; everything where there is nothing</source>
        <translation>该处的卡片，否则为框；都没有时显示全部</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>小地图(&amp;M)</translation>
    </message>
    <message>
        <source>The whole network in the corner, while not all of it is in view</source>
        <translation>未能看到全部时，在角落显示整个网络</translation>
    </message>
    <message>
        <source>&amp;Wheel Zooms</source>
        <translation>滚轮缩放(&amp;W)</translation>
    </message>
    <message>
        <source>Else it scrolls, and zooms with Ctrl held</source>
        <translation>否则滚轮滚动，按住 Ctrl 缩放</translation>
    </message>
    <message>
        <source>Next Heat &amp;Map</source>
        <translation>下一种热图(&amp;M)</translation>
    </message>
    <message>
        <source>Colour the nodes by what they cost</source>
        <translation>按开销给节点着色</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;roblems</source>
        <translation>问题(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Feature &amp;Maps</source>
        <translation>特征图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>What every node or block costs, to be sorted and copied</source>
        <translation>每个节点或模块的开销，可排序和复制</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>历史(&amp;I)</translation>
    </message>
    <message>
        <source>Every step since the network was opened; a click goes there</source>
        <translation>打开网络以来的每一步；单击即可回到那里</translation>
    </message>
    <message>
        <source>Spl&amp;it View</source>
        <translation>拆分视图(&amp;I)</translation>
    </message>
    <message>
        <source>Show two networks beside one another, or one again</source>
        <translation>并排显示两个网络，或恢复为一个</translation>
    </message>
    <message>
        <source>Move Tab to &amp;Other Side</source>
        <translation>把标签页移到另一侧(&amp;O)</translation>
    </message>
    <message>
        <source>Layout to &amp;Draw</source>
        <translation>绘制布局(&amp;D)</translation>
    </message>
    <message>
        <source>Palette, inspector and problems about a large canvas</source>
        <translation>大画布，四周是面板、检查器和问题</translation>
    </message>
    <message>
        <source>Layout to T&amp;rain</source>
        <translation>训练布局(&amp;R)</translation>
    </message>
    <message>
        <source>Curves and feature maps below the canvas</source>
        <translation>画布下方是曲线和特征图</translation>
    </message>
    <message>
        <source>Layout to Read &amp;Code</source>
        <translation>读代码布局(&amp;C)</translation>
    </message>
    <message>
        <source>The code below the canvas, large</source>
        <translation>画布下方是大幅的代码</translation>
    </message>
    <message>
        <source>Sa&amp;ve Layout…</source>
        <translation>保存布局(&amp;V)…</translation>
    </message>
    <message>
        <source>Keep where everything stands under a name</source>
        <translation>给现在的布局起名并保留</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark or Light</source>
        <translation>深色或浅色(&amp;D)</translation>
    </message>
    <message>
        <source>Next Vie&amp;w While It Learns</source>
        <translation>下一种训练视图(&amp;W)</translation>
    </message>
    <message>
        <source>Feature maps, activations, gradients, time, memory or dead units on the canvas</source>
        <translation>在画布上显示特征图、激活、梯度、时间、内存或失活单元</translation>
    </message>
    <message>
        <source>Earlier Epoch</source>
        <translation>前一轮</translation>
    </message>
    <message>
        <source>The feature maps as they were an epoch before</source>
        <translation>前一轮时的特征图</translation>
    </message>
    <message>
        <source>Later Epoch</source>
        <translation>后一轮</translation>
    </message>
    <message>
        <source>The feature maps an epoch later; after the last one, as they are now</source>
        <translation>后一轮的特征图；最后一轮之后是现在的样子</translation>
    </message>
    <message>
        <source>Feature Maps As They Are Now</source>
        <translation>现在的特征图</translation>
    </message>
    <message>
        <source>&amp;{menu}</source>
        <translation>&amp;{menu}</translation>
    </message>
    <message>
        <source>&amp;{number}: {x}</source>
        <translation>&amp;{number}: {x}</translation>
    </message>
    <message>
        <source>{draws} draws of image {number}, {name}</source>
        <translation>图像 {number}（{name}）的 {draws} 次抽取</translation>
    </message>
    <message>
        <source>As in epoch {epoch}</source>
        <translation>与第 {epoch} 轮中相同</translation>
    </message>
    <message>
        <source>Draws of the augmentation</source>
        <translation>数据增强的抽取结果</translation>
    </message>
    <message>
        <source>Image {number} of {images}: {name}</source>
        <translation>第 {number} 张图像，共 {images} 张：{name}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>No place has a number yet. Ctrl+1 to Ctrl+9 give one to what is seen.</source>
        <translation>还没有带编号的位置。按 Ctrl+1 到 Ctrl+9 可为当前所见的位置编号。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>F2, or a double click on the name</source>
        <translation>按 F2，或双击名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go There</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename bookmark {number}</source>
        <translation>重命名书签 {number}</translation>
    </message>
    <message>
        <source>Remove bookmark {number}</source>
        <translation>移除书签 {number}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>所在模块</translation>
    </message>
    <message>
        <source>Insert {what}</source>
        <translation>插入 {what}</translation>
    </message>
    <message>
        <source>Add what gives {port}</source>
        <translation>添加给出 {port} 的节点</translation>
    </message>
    <message>
        <source>Add what takes {port}</source>
        <translation>添加接受 {port} 的节点</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>添加 {what}</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>自动布局</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Frame selection</source>
        <translation>给所选部分加框</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Lay out selection</source>
        <translation>布局所选部分</translation>
    </message>
    <message>
        <source>Copy from {name}</source>
        <translation>从 {name} 复制</translation>
    </message>
    <message>
        <source>Press Tab or double click to add a layer, or drag one here from the palette.
Wires go from the port below a card to a port above another.</source>
        <translation>按 Tab 或双击可添加层，也可从面板拖到这里。
连线从卡片下方的端口连到另一张卡片上方的端口。</translation>
    </message>
    <message>
        <source>Remove reroute point</source>
        <translation>移除折弯点</translation>
    </message>
    <message>
        <source>Drag onto the line to remove it</source>
        <translation>拖到连线上可移除它</translation>
    </message>
    <message>
        <source>Straighten wire</source>
        <translation>拉直连线</translation>
    </message>
    <message>
        <source>Make block {name}</source>
        <translation>制作模块 {name}</translation>
    </message>
    <message>
        <source>A path leaves the selection and comes back to it through {nodes}.</source>
        <translation>有一条路径离开所选部分，又经过 {nodes} 回到其中。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等 {count} 个</translation>
    </message>
    <message>
        <source>Unpack {name}</source>
        <translation>拆开 {name}</translation>
    </message>
    <message>
        <source>{ends} cannot go into a block: a block has its own.</source>
        <translation>{ends} 不能放进模块：模块有自己的输入和输出。</translation>
    </message>
    <message>
        <source>Put {name} in other places</source>
        <translation>在其他位置放入 {name}</translation>
    </message>
    <message>
        <source>{count} more places look the same.</source>
        <translation>还有 {count} 处看起来相同。</translation>
    </message>
    <message>
        <source>Make {name} its own</source>
        <translation>使 {name} 独立</translation>
    </message>
    <message>
        <source>One more place looks the same.</source>
        <translation>还有一处看起来相同。</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Select those too</source>
        <translation>把那些也选上</translation>
    </message>
    <message>
        <source>Select the others</source>
        <translation>选择其他的</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Place in the network</source>
        <translation>在网络中的位置</translation>
    </message>
    <message>
        <source>{block}: the definition, shared by all its instances</source>
        <translation>{block}：定义，由所有实例共用</translation>
    </message>
    <message>
        <source>Make This One Its Own</source>
        <translation>使这一个独立</translation>
    </message>
    <message>
        <source>Copy the definition, so that edits change this instance only</source>
        <translation>复制定义，使编辑只影响这一个实例</translation>
    </message>
    <message>
        <source>{block}, used {count} times</source>
        <translation>{block}，使用 {count} 次</translation>
    </message>
    <message>
        <source>{block}, used once</source>
        <translation>{block}，使用一次</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>{number} of {all} parameters learn</source>
        <translation>{all} 个参数中有 {number} 个学习</translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation>已旁路</translation>
    </message>
    <message>
        <source> (any number, in this order)</source>
        <translation>（任意个，按此顺序）</translation>
    </message>
    <message>
        <source>training only</source>
        <translation>仅训练</translation>
    </message>
    <message>
        <source>Output {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <source>For training only: left out at inference.</source>
        <translation>仅用于训练：推理时去掉。</translation>
    </message>
    <message>
        <source>Bypassed: passes its input through.</source>
        <translation>已旁路：把输入原样传过。</translation>
    </message>
    <message>
        <source>Frozen: training leaves its weights as they are.</source>
        <translation>已冻结：训练时其权重不变。</translation>
    </message>
    <message>
        <source>Partly frozen: {how}.</source>
        <translation>部分冻结：{how}。</translation>
    </message>
    <message>
        <source>Learns at {rate:g} × the learning rate.</source>
        <translation>以 {rate:g} × 学习率学习。</translation>
    </message>
    <message>
        <source>learns now</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>frozen now</source>
        <translation>目前冻结</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>In the run that is under way it learns.</source>
        <translation>在进行中的运行里它在学习。</translation>
    </message>
    <message>
        <source>partly frozen</source>
        <translation>部分冻结</translation>
    </message>
    <message>
        <source>In the run that is under way it is frozen, or some of it.</source>
        <translation>在进行中的运行里它被冻结，或其中一部分被冻结。</translation>
    </message>
    <message>
        <source>In the run that is under way it is frozen.</source>
        <translation>在进行中的运行里它被冻结。</translation>
    </message>
    <message>
        <source>Follows: </source>
        <translation>随之而来：</translation>
    </message>
    <message>
        <source>rate × {rate:g}</source>
        <translation>学习率 × {rate:g}</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 个层</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} 个层</translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation>1 个标记</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} 个标记</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 个节点</translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation>{n} 个节点</translation>
    </message>
    <message>
        <source>1 wire</source>
        <translation>1 条连线</translation>
    </message>
    <message>
        <source>{n} wires</source>
        <translation>{n} 条连线</translation>
    </message>
    <message>
        <source>Replaces the wire from {node}</source>
        <translation>取代来自 {node} 的连线</translation>
    </message>
    <message>
        <source>Connect {wire}</source>
        <translation>连接 {wire}</translation>
    </message>
    <message>
        <source>{node} has room for {room} of {count} wires.</source>
        <translation>{node} 只有 {room} 个空位，而连线有 {count} 条。</translation>
    </message>
    <message>
        <source>Ports that take the wire</source>
        <translation>接受这条连线的端口</translation>
    </message>
    <message>
        <source>Select what is to be connected.</source>
        <translation>请先选中要连接的节点。</translation>
    </message>
    <message>
        <source>⚠ Will not fit: {problem}</source>
        <translation>⚠ 不合适：{problem}</translation>
    </message>
    <message>
        <source>Connect {node} to {what}</source>
        <translation>把 {node} 连到 {what}</translation>
    </message>
    <message>
        <source>Connect {count} wires to {node}</source>
        <translation>把 {count} 条连线接到 {node}</translation>
    </message>
    <message>
        <source>No port that takes the wire has such a name.</source>
        <translation>没有接受这条连线且叫这个名字的端口。</translation>
    </message>
    <message>
        <source>Disconnect all {count} wires</source>
        <translation>断开全部 {count} 条连线</translation>
    </message>
    <message>
        <source>Add reroute point</source>
        <translation>添加折弯点</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>连接到…</translation>
    </message>
    <message>
        <source>Connect from…</source>
        <translation>从…连接</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Select what it feeds</source>
        <translation>选择它供给的节点</translation>
    </message>
    <message>
        <source>Select what feeds it</source>
        <translation>选择供给它的节点</translation>
    </message>
    <message>
        <source>Select its ends</source>
        <translation>选择它的两端</translation>
    </message>
    <message>
        <source>Insert a layer here</source>
        <translation>在此插入层</translation>
    </message>
    <message>
        <source>Disconnect {wire}</source>
        <translation>断开 {wire}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>加宽</translation>
    </message>
    <message>
        <source>narrower</source>
        <translation>变窄</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Move to {name}</source>
        <translation>移动到 {name}</translation>
    </message>
    <message>
        <source>the selection</source>
        <translation>选中的内容</translation>
    </message>
    <message>
        <source>Move {what} to {title}</source>
        <translation>把 {what} 移动到 {title}</translation>
    </message>
    <message>
        <source>Copy {what} to {title}. Shift moves.</source>
        <translation>把 {what} 复制到 {title}。按住 Shift 则移动。</translation>
    </message>
    <message>
        <source>Reorder wires</source>
        <translation>调整连线顺序</translation>
    </message>
    <message>
        <source>Swap inputs</source>
        <translation>交换输入</translation>
    </message>
    <message>
        <source>Swaps with the wire from {node}</source>
        <translation>与来自 {node} 的连线交换</translation>
    </message>
    <message>
        <source>Move {what} to {port}</source>
        <translation>把 {what} 移到 {port}</translation>
    </message>
    <message>
        <source>Move reroute point</source>
        <translation>移动折弯点</translation>
    </message>
    <message>
        <source>Move frame</source>
        <translation>移动框</translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>移动便签</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move {count} nodes</source>
        <translation>移动 {count} 个节点</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>移动 {what}</translation>
    </message>
    <message>
        <source>Resize frame</source>
        <translation>调整框的大小</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>调整便签的大小</translation>
    </message>
    <message>
        <source>Cut {what}</source>
        <translation>切断 {what}</translation>
    </message>
    <message>
        <source>Lead {what} through here</source>
        <translation>让 {what} 经过这里</translation>
    </message>
    <message>
        <source>Reroute {what}</source>
        <translation>改变 {what} 的走向</translation>
    </message>
    <message>
        <source>Input {place} of {count}</source>
        <translation>第 {place} 个输入，共 {count} 个</translation>
    </message>
    <message>
        <source>Rename Frame</source>
        <translation>重命名框</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>编辑便签</translation>
    </message>
    <message>
        <source>Colour frame</source>
        <translation>给框着色</translation>
    </message>
    <message>
        <source>Rename frame</source>
        <translation>重命名框</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑便签</translation>
    </message>
    <message>
        <source>Double click to write</source>
        <translation>双击即可书写</translation>
    </message>
    <message>
        <source>Text of the note, in Markdown</source>
        <translation>便签的文字，用 Markdown 书写</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>框的标题</translation>
    </message>
    <message>
        <source>Map of the network</source>
        <translation>网络概览</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Drag the end of a wire along it to change the order.</source>
        <translation>沿着它拖动连线的端点可改变顺序。</translation>
    </message>
    <message>
        <source>Ctrl+drag moves its wires to another port, Alt+click removes them.</source>
        <translation>Ctrl+拖动把它的连线移到另一个端口，Alt+单击移除它们。</translation>
    </message>
    <message>
        <source>A port of this wire is gone: draw another, or delete it.</source>
        <translation>这条连线的一个端口已不存在：请另画一条，或删除它。</translation>
    </message>
    <message>
        <source>Name of {node}</source>
        <translation>{node} 的名称</translation>
    </message>
    <message>
        <source>Repeats {many}: click to type, wheel while it is selected</source>
        <translation>重复 {many}：单击可输入，选中时可用滚轮</translation>
    </message>
    <message>
        <source>Repeat {name}</source>
        <translation>重复 {name}</translation>
    </message>
    <message>
        <source>Copies of {name}</source>
        <translation>{name} 的副本数</translation>
    </message>
    <message>
        <source>How many copies stand in a chain: a number, or “=” and an expression</source>
        <translation>一条链中有多少个副本：一个数，或“=”加表达式</translation>
    </message>
    <message>
        <source>{place}, {count} nodes</source>
        <translation>{place}，{count} 个节点</translation>
    </message>
    <message>
        <source> by </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{what} selected</source>
        <translation>已选中 {what}</translation>
    </message>
    <message>
        <source>1 point of a wire</source>
        <translation>1 个连线拐点</translation>
    </message>
    <message>
        <source>{n} points of wires</source>
        <translation>{n} 个连线拐点</translation>
    </message>
    <message>
        <source>{node}, {kind}</source>
        <translation>{node},{kind}</translation>
    </message>
    <message>
        <source>Wire from {source} to {target}</source>
        <translation>从 {source} 到 {target} 的连线</translation>
    </message>
    <message>
        <source>{count} nodes selected: {names}</source>
        <translation>已选择 {count} 个节点：{names}</translation>
    </message>
    <message>
        <source>{count} wires selected</source>
        <translation>已选择 {count} 条连线</translation>
    </message>
    <message>
        <source>output {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <source>{port} from {node}</source>
        <translation>来自 {node} 的 {port}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等 {count} 个</translation>
    </message>
    <message>
        <source>without wires</source>
        <translation>没有连线</translation>
    </message>
    <message>
        <source>Frame {title}</source>
        <translation>框 {title}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>便签：{text}</translation>
    </message>
    <message>
        <source>Note without a text</source>
        <translation>没有文字的便签</translation>
    </message>
    <message>
        <source>Point {place} of the wire from {source} to {target}</source>
        <translation>从 {source} 到 {target} 的连线的第 {place} 个拐点</translation>
    </message>
    <message>
        <source>feeds {nodes}</source>
        <translation>供给 {nodes}</translation>
    </message>
    <message>
        <source>feeds nothing</source>
        <translation>不供给任何节点</translation>
    </message>
    <message>
        <source>holds {nodes}</source>
        <translation>包含 {nodes}</translation>
    </message>
    <message>
        <source>holds no nodes</source>
        <translation>不包含节点</translation>
    </message>
    <message>
        <source>{count} blocks</source>
        <translation>{count} 个模块</translation>
    </message>
    <message>
        <source>Unfold {what}</source>
        <translation>展开 {what}</translation>
    </message>
    <message>
        <source>Fold {what}</source>
        <translation>折叠 {what}</translation>
    </message>
    <message>
        <source>Fold (U)</source>
        <translation>折叠 (U)</translation>
    </message>
    <message>
        <source>Show what is inside (U)</source>
        <translation>显示内部 (U)</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Delete {what} and heal</source>
        <translation>删除 {what} 并接通</translation>
    </message>
    <message>
        <source>Extract {what}</source>
        <translation>取出 {what}</translation>
    </message>
    <message>
        <source>Disconnect {port}</source>
        <translation>断开 {port}</translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation>生成的代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open a network first</source>
        <translation>请先打开一个网络</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>现在不行</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>显示 {name}</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command, network, file, @node or #block</source>
        <translation>命令、网络、文件、@节点 或 #模块</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可以做的事</translation>
    </message>
    <message>
        <source>Type a command, a network or a file</source>
        <translation>输入命令、网络或文件</translation>
    </message>
    <message>
        <source>@ for nodes · # for blocks · Enter does it · Esc leaves</source>
        <translation>@ 查节点 · # 查模块 · 回车执行 · Esc 离开</translation>
    </message>
    <message>
        <source>No node has that name.</source>
        <translation>没有叫这个名字的节点。</translation>
    </message>
    <message>
        <source>No block has that name.</source>
        <translation>没有叫这个名字的模块。</translation>
    </message>
    <message>
        <source>Nothing has that name. Try fewer letters.</source>
        <translation>没有叫这个名字的内容。请少输入几个字母。</translation>
    </message>
    <message>
        <source>Skipwire crashed the last time.</source>
        <translation>Skipwire 上次崩溃了。</translation>
    </message>
    <message>
        <source>What was open then is back.</source>
        <translation>当时打开的内容已恢复。</translation>
    </message>
    <message>
        <source>Skipwire</source>
        <translation>Skipwire</translation>
    </message>
    <message>
        <source>The report below helps to mend it. It holds nothing of your networks.</source>
        <translation>下面的报告有助于修复问题。其中不含你的网络。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Something went wrong. Your work is safe.</source>
        <translation>出了点问题。你的工作是安全的。</translation>
    </message>
    <message>
        <source>What you have open was kept just now, and you can go on.</source>
        <translation>打开的内容刚刚已保留，你可以继续。</translation>
    </message>
    <message>
        <source>It has happened {times} times.</source>
        <translation>已发生 {times} 次。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Something else went wrong: {what}</source>
        <translation>又出了别的问题：{what}</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>出了点问题。</translation>
    </message>
    <message>
        <source>What you have open could not be kept: please save it now.</source>
        <translation>打开的内容无法保留：请现在保存。</translation>
    </message>
    <message>
        <source>Show Code</source>
        <translation>显示代码</translation>
    </message>
    <message>
        <source>Trust This Code</source>
        <translation>信任此代码</translation>
    </message>
    <message>
        <source>This network carries code: {names}. Nothing of it is run, and so it has no shapes, no training and no export, until you trust it. Trusted code can do whatever you can do on this computer.</source>
        <translation>此网络带有代码：{names}。在你信任它之前，其中任何代码都不会运行，因此没有形状、训练和导出。受信任的代码可以做你在这台计算机上能做的一切。</translation>
    </message>
    <message>
        <source>{path}: {given} → {made}, {number} parameters.</source>
        <translation>{path}：{given} → {made}，{number} 个参数。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Apply (Ctrl+Return)</source>
        <translation>应用 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Remove Layer</source>
        <translation>移除层</translation>
    </message>
    <message>
        <source>{name} — code</source>
        <translation>{name} — 代码</translation>
    </message>
    <message>
        <source>Trust and Apply</source>
        <translation>信任并应用</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>第 {line} 行：{why}</translation>
    </message>
    <message>
        <source>Line {line}, in training: {why}</source>
        <translation>第 {line} 行，训练时：{why}</translation>
    </message>
    <message>
        <source>New layer</source>
        <translation>新层</translation>
    </message>
    <message>
        <source>Code of the layer</source>
        <translation>层的代码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save the changes to “{document}”?</source>
        <translation>要保存对“{document}”的更改吗？</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>Save the changes to {number} networks?</source>
        <translation>要保存对 {number} 个网络的更改吗？</translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation>要停止训练吗？</translation>
    </message>
    <message>
        <source>A run is under way. It ends when its network is left, and its curves go with it.</source>
        <translation>正在运行。离开其网络时运行即结束，曲线也随之消失。</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>要替换“{name}”吗？</translation>
    </message>
    <message>
        <source>It is in {parent} already.</source>
        <translation>它已在 {parent} 中。</translation>
    </message>
    <message>
        <source>{title} cannot be made so</source>
        <translation>{title} 不能这样制作</translation>
    </message>
    <message>
        <source>This document cannot be opened</source>
        <translation>无法打开此文档</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开此文件</translation>
    </message>
    <message>
        <source>The code was not written</source>
        <translation>代码未写入</translation>
    </message>
    <message>
        <source>The picture was not written</source>
        <translation>图片未写入</translation>
    </message>
    <message>
        <source>Writing {path}…</source>
        <translation>正在写入 {path}…</translation>
    </message>
    <message>
        <source>Export Training Script</source>
        <translation>导出训练脚本</translation>
    </message>
    <message>
        <source>Replace {names}?</source>
        <translation>要替换 {names} 吗？</translation>
    </message>
    <message>
        <source>In {parent}, with another text than the one to be written. What was changed there by hand is lost.</source>
        <translation>在 {parent} 中，内容与要写入的不同。手工改动过的部分会丢失。</translation>
    </message>
    <message>
        <source>Write untrained weights?</source>
        <translation>写入未训练的权重吗？</translation>
    </message>
    <message>
        <source>These will be the initial weights, {begun}: {why}.</source>
        <translation>这些将是初始权重，{begun}：{why}。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>文件未写入</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>The training script was not written</source>
        <translation>训练脚本未写入</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;conv*&lt;/b&gt;, &lt;b&gt;/layer[12]/&lt;/b&gt;: the name or kind · &lt;b&gt;kind:norm&lt;/b&gt; · &lt;b&gt;out_channels &amp;gt; 64&lt;/b&gt;, &lt;b&gt;kernel_size = 3x3&lt;/b&gt;: a parameter · &lt;b&gt;macs &amp;gt; 1M&lt;/b&gt;: a figure ({figures})&lt;/p&gt;&lt;p&gt;Several mean all of them; &lt;b&gt;or&lt;/b&gt;, &lt;b&gt;not&lt;/b&gt; and brackets join them otherwise.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;conv*&lt;/b&gt;、&lt;b&gt;/layer[12]/&lt;/b&gt;：名称或种类 · &lt;b&gt;kind:norm&lt;/b&gt; · &lt;b&gt;out_channels &amp;gt; 64&lt;/b&gt;、&lt;b&gt;kernel_size = 3x3&lt;/b&gt;：参数 · &lt;b&gt;macs &amp;gt; 1M&lt;/b&gt;：数值({figures})&lt;/p&gt;&lt;p&gt;写几个表示全部满足；也可用 &lt;b&gt;or&lt;/b&gt;、&lt;b&gt;not&lt;/b&gt; 和括号组合。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Find nodes</source>
        <translation>查找节点</translation>
    </message>
    <message>
        <source>conv, out_channels &gt; 64, has problem</source>
        <translation>conv, out_channels &gt; 64, has problem</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select all that is found in the shown graph (Alt+Enter)</source>
        <translation>选择当前图中找到的全部 (Alt+Enter)</translation>
    </message>
    <message>
        <source>In blocks too</source>
        <translation>包括模块内部</translation>
    </message>
    <message>
        <source>Find in all blocks of the document, and enter them</source>
        <translation>在文档的所有模块中查找，并进入它们</translation>
    </message>
    <message>
        <source>Tab: {words}</source>
        <translation>Tab:{words}</translation>
    </message>
    <message>
        <source>{number} found</source>
        <translation>找到 {number} 个</translation>
    </message>
    <message>
        <source>{at} of {number}</source>
        <translation>{at} / {number}</translation>
    </message>
    <message>
        <source>Did not fit, and is gone: {what}</source>
        <translation>不合适而去掉了：{what}</translation>
    </message>
    <message>
        <source>Replace {node} with…</source>
        <translation>把 {node} 替换为…</translation>
    </message>
    <message>
        <source>Enter replaces · Tab completes · arguments after the name</source>
        <translation>回车替换 · Tab 补全 · 名称后写参数</translation>
    </message>
    <message>
        <source>Replace {kind} ({number} nodes) with…</source>
        <translation>把 {kind}({number} 个节点)替换为…</translation>
    </message>
    <message>
        <source>Replace {number} nodes with…</source>
        <translation>把 {number} 个节点替换为…</translation>
    </message>
    <message>
        <source>What is selected is {kind} already.</source>
        <translation>所选内容已经是 {kind}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{{n}} {x}</source>
        <translation>{{n}} {x}</translation>
    </message>
    <message>
        <source>1 {one}</source>
        <translation>1 {one}</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} 字节</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;{title}&lt;/b&gt;&lt;br&gt;{text}&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;{title}&lt;/b&gt;&lt;br&gt;{text}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>All Presets</source>
        <translation>所有预设</translation>
    </message>
    <message>
        <source>Batch of the training step</source>
        <translation>训练步的批次</translation>
    </message>
    <message>
        <source>How many samples the training step is weighed with</source>
        <translation>按多少个样本计算训练步</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>batch of {size}</source>
        <translation>批次 {size}</translation>
    </message>
    <message>
        <source>Training step with a</source>
        <translation>训练步的</translation>
    </message>
    <message>
        <source>{told}.</source>
        <translation>{told}。</translation>
    </message>
    <message>
        <source>With {settings}.</source>
        <translation>使用 {settings}。</translation>
    </message>
    <message>
        <source>Open it with</source>
        <translation>打开时使用</translation>
    </message>
    <message>
        <source>Open it as a drawing of its own (Enter)</source>
        <translation>作为单独的图打开 (Enter)</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Costs and structure beside those of another preset</source>
        <translation>与另一个预设并列显示开销和结构</translation>
    </message>
    <message>
        <source>Insert as Block</source>
        <translation>作为模块插入</translation>
    </message>
    <message>
        <source>Add it to the open drawing, as one block</source>
        <translation>作为一个模块加入打开的图</translation>
    </message>
    <message>
        <source>Figure of {name}</source>
        <translation>{name} 的图</translation>
    </message>
    <message>
        <source>1 preset</source>
        <translation>1 个预设</translation>
    </message>
    <message>
        <source>{n} presets</source>
        <translation>{n} 个预设</translation>
    </message>
    <message>
        <source>Search titles, authors, papers, years, data</source>
        <translation>搜索标题、作者、论文、年份、数据</translation>
    </message>
    <message>
        <source>Search the published architectures</source>
        <translation>搜索已发表的架构</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Greatest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>{x} of {every}</source>
        <translation>{x} / {every}</translation>
    </message>
    <message>
        <source>By {title}</source>
        <translation>按{title}</translation>
    </message>
    <message>
        <source>Right against left</source>
        <translation>右边与左边相比</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 个百分点</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>几乎相同</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>仅左侧有</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>仅右侧有</translation>
    </message>
    <message>
        <source>{output}, in training only</source>
        <translation>{output}，仅在训练中</translation>
    </message>
    <message>
        <source>Bookmark {number}</source>
        <translation>书签 {number}</translation>
    </message>
    <message>
        <source>{name} is bookmark {number} now.</source>
        <translation>{name} 现在是书签 {number}。</translation>
    </message>
    <message>
        <source>Remove bookmarks</source>
        <translation>移除书签</translation>
    </message>
    <message>
        <source>There is no place before this one.</source>
        <translation>这之前没有别的位置。</translation>
    </message>
    <message>
        <source>There is no place after this one.</source>
        <translation>这之后没有别的位置。</translation>
    </message>
    <message>
        <source>No problem is of a node.</source>
        <translation>没有属于节点的问题。</translation>
    </message>
    <message>
        <source>Shows what becomes of every layer, and what changes, before the run goes on</source>
        <translation>在运行继续之前，显示每一层会变成什么、哪些会改变</translation>
    </message>
    <message>
        <source>Ends the run, and begins one of the network as drawn</source>
        <translation>结束这次运行，并按画出的网络开始一次新的</translation>
    </message>
    <message>
        <source>Takes the edits back: draws the network that the run is of</source>
        <translation>撤回改动：画出正在训练的网络</translation>
    </message>
    <message>
        <source>The run cannot go on with this network. {reason}</source>
        <translation>运行无法用这个网络继续。{reason}</translation>
    </message>
    <message>
        <source>The run goes on with this network: {what}.</source>
        <translation>运行用这个网络继续：{what}。</translation>
    </message>
    <message>
        <source>The drawing is no longer the network that learns: {what}</source>
        <translation>画出的网络已不是正在学习的网络：{what}</translation>
    </message>
    <message>
        <source>Go Back to Step {step}</source>
        <translation>回到第 {step} 步</translation>
    </message>
    <message>
        <source>The drawing has problems. The run goes on with the network as it was.</source>
        <translation>画出的网络有问题。运行用原来的网络继续。</translation>
    </message>
    <message>
        <source>Tried on {images} images of the validation: the outputs differ by up to {difference}, where they reach {scale}. Of {same} % of the images the best guess stays.</source>
        <translation>在 {images} 张验证图像上试过：输出最多相差 {difference}，输出本身可达 {scale}。{same} % 的图像的最佳猜测不变。</translation>
    </message>
    <message>
        <source>Tried on {images} images of the validation: the outputs differ by at most {difference}, where they reach {scale}. That is rounding.</source>
        <translation>在 {images} 张验证图像上试过：输出最多相差 {difference}，输出本身可达 {scale}。这只是舍入误差。</translation>
    </message>
    <message>
        <source>Continue with These Weights</source>
        <translation>用这些权重继续</translation>
    </message>
    <message>
        <source>Trying both networks on images of the validation…</source>
        <translation>正在用验证图像试两个网络…</translation>
    </message>
    <message>
        <source>The networks are compared</source>
        <translation>正在比较两个网络</translation>
    </message>
    <message>
        <source>Show the {number} that stay as they are</source>
        <translation>显示保持不变的 {number} 层</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What becomes of every layer</source>
        <translation>每一层会变成什么</translation>
    </message>
    <message>
        <source>Go Back to Before a Change of the Network</source>
        <translation>回到某次网络改动之前</translation>
    </message>
    <message>
        <source>The run goes on from there, with the network and the weights of then. What it has learned since is given up.</source>
        <translation>运行从那里继续，使用当时的网络和权重。此后学到的内容将被放弃。</translation>
    </message>
    <message>
        <source>The drawing becomes the network of then, which can be undone.</source>
        <translation>画出的网络会变回当时的样子，可以撤销。</translation>
    </message>
    <message>
        <source>Changes of the network</source>
        <translation>网络的改动</translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To step {step}, before: {what}</source>
        <translation>到第 {step} 步，在此之前：{what}</translation>
    </message>
    <message>
        <source>{stays}. {then}</source>
        <translation>{stays}。{then}</translation>
    </message>
    <message>
        <source>is not there any more, or begins anew</source>
        <translation>已不存在，或重新开始</translation>
    </message>
    <message>
        <source>was {name}; {words}</source>
        <translation>原名 {name}；{words}</translation>
    </message>
    <message>
        <source>&amp;Heat Map</source>
        <translation>热图(&amp;H)</translation>
    </message>
    <message>
        <source>Next time for {action}: {keys}</source>
        <translation>下次要{action}，可按 {keys}</translation>
    </message>
    <message>
        <source>Show no more hints</source>
        <translation>不再显示提示</translation>
    </message>
    <message>
        <source>Used once.</source>
        <translation>使用一次。</translation>
    </message>
    <message>
        <source>Used {count} times: an edit here is one of all.</source>
        <translation>使用 {count} 次：在此编辑即编辑全部。</translation>
    </message>
    <message>
        <source>Remove the parameter {name}</source>
        <translation>移除参数 {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>New parameter</source>
        <translation>新参数</translation>
    </message>
    <message>
        <source>Name of a new parameter</source>
        <translation>新参数的名称</translation>
    </message>
    <message>
        <source>Kind of the new parameter</source>
        <translation>新参数的类型</translation>
    </message>
    <message>
        <source>Add the parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Make {parameter} a parameter of {block}</source>
        <translation>把 {parameter} 设为 {block} 的参数</translation>
    </message>
    <message>
        <source>Make This a Parameter of {block}</source>
        <translation>把它设为 {block} 的参数</translation>
    </message>
    <message>
        <source>{macs} in training</source>
        <translation>训练时 {macs}</translation>
    </message>
    <message>
        <source>{name}: words</source>
        <translation>{name}: words</translation>
    </message>
    <message>
        <source>Write an expression</source>
        <translation>写表达式</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Back to the default: {value}</source>
        <translation>恢复默认值：{value}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>重置 {name}</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>来源：{source}。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>颜色：{name}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 个框</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} 个框</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 个便签</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 个便签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>no nodes</source>
        <translation>没有节点</translation>
    </message>
    <message>
        <source>{x} nodes</source>
        <translation>{x} 个节点</translation>
    </message>
    <message>
        <source>Open block</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation>编辑代码</translation>
    </message>
    <message>
        <source>Order of the wires</source>
        <translation>连线的顺序</translation>
    </message>
    <message>
        <source>{says}   {x}</source>
        <translation>{says}   {x}</translation>
    </message>
    <message>
        <source>Opened from {title}</source>
        <translation>打开自 {title}</translation>
    </message>
    <message>
        <source>Opened from {title}, changed since</source>
        <translation>打开自 {title}，之后有更改</translation>
    </message>
    <message>
        <source>{top1:g} % on {data}</source>
        <translation>{data} 上 {top1:g} %</translation>
    </message>
    <message>
        <source>Reset all parameters</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>All parameters of what is selected back to their defaults</source>
        <translation>所选内容的所有参数恢复默认值</translation>
    </message>
    <message>
        <source>{words}, rate × {rate}</source>
        <translation>{words}，学习率 × {rate}</translation>
    </message>
    <message>
        <source>{told}, × {rate} of the blocks around</source>
        <translation>{told}，外层模块 × {rate}</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>{words}, rates differ</source>
        <translation>{words}，学习率不同</translation>
    </message>
    <message>
        <source>differs in the run</source>
        <translation>运行中各不相同</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>rate ×</source>
        <translation>学习率 ×</translation>
    </message>
    <message>
        <source>frozen by the block {block}</source>
        <translation>被模块 {block} 冻结</translation>
    </message>
    <message>
        <source>The run that is under way: {now}. What is set here is for later ones.</source>
        <translation>进行中的运行：{now}。这里的设置用于以后的运行。</translation>
    </message>
    <message>
        <source>Source: {what}</source>
        <translation>来源：{what}</translation>
    </message>
    <message>
        <source>Layers explained</source>
        <translation>层的说明</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No layer says that.</source>
        <translation>没有层这样说明。</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>logarithms</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>they sum to 1</source>
        <translation>它们的和为 1</translation>
    </message>
    <message>
        <source>in training; in evaluation nothing happens</source>
        <translation>仅在训练中；评估时什么也不做</translation>
    </message>
    <message>
        <source>one axis becomes {number}</source>
        <translation>一个轴变成 {number} 个</translation>
    </message>
    <message>
        <source>the axes in the order {order}</source>
        <translation>轴的顺序为 {order}</translation>
    </message>
    <message>
        <source>{groups} groups, dealt out in turn</source>
        <translation>{groups} 组，轮流分发</translation>
    </message>
    <message>
        <source>places become channels: one to {r} × {r}</source>
        <translation>位置变成通道：一个变 {r} × {r} 个</translation>
    </message>
    <message>
        <source>{range} along axis {axis}</source>
        <translation>轴 {axis} 上的 {range}</translation>
    </message>
    <message>
        <source>{parts} along axis {axis}</source>
        <translation>轴 {axis} 上的 {parts}</translation>
    </message>
    <message>
        <source>{number} equal parts along axis {axis}</source>
        <translation>轴 {axis} 上 {number} 个相等的部分</translation>
    </message>
    <message>
        <source>one after the other along axis {axis}</source>
        <translation>沿轴 {axis} 前后相接</translation>
    </message>
    <message>
        <source>the edges go: {amounts}</source>
        <translation>边缘去掉：{amounts}</translation>
    </message>
    <message>
        <source>the middle stays: {size}</source>
        <translation>保留中间：{size}</translation>
    </message>
    <message>
        <source>{mode}: {amounts}</source>
        <translation>{mode}:{amounts}</translation>
    </message>
    <message>
        <source>channels of zeros, up to {number}</source>
        <translation>补零通道，直到 {number} 个</translation>
    </message>
    <message>
        <source>what goes in comes out</source>
        <translation>输入什么就输出什么</translation>
    </message>
    <message>
        <source>one row after the other, channel by channel</source>
        <translation>一行接一行，一个通道接一个通道</translation>
    </message>
    <message>
        <source>the same numbers, in the same order</source>
        <translation>同样的数，同样的顺序</translation>
    </message>
    <message>
        <source>channels become places: {r} × {r} to one</source>
        <translation>通道变成位置：{r} × {r} 个变一个</translation>
    </message>
    <message>
        <source>the same weights at every step</source>
        <translation>每一步用同样的权重</translation>
    </message>
    <message>
        <source>a second pass reads the sequence backwards</source>
        <translation>第二遍从后往前读序列</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>{groups} groups: a map sees those of its own</source>
        <translation>{groups} 组：每个图只看到本组的</translation>
    </message>
    <message>
        <source>size {size} comes out, whatever comes in</source>
        <translation>无论输入多大，输出都是 {size}</translation>
    </message>
    <message>
        <source>{numbers}; drawn smaller</source>
        <translation>{numbers}；画得较小</translation>
    </message>
    <message>
        <source>then times a weight plus a bias, learned for every map</source>
        <translation>再乘权重加偏置，每个图各自学习</translation>
    </message>
    <message>
        <source>every map becomes one number</source>
        <translation>每个图变成一个数</translation>
    </message>
    <message>
        <source>{times} times as many cells along every axis</source>
        <translation>每个轴上的单元变为 {times} 倍</translation>
    </message>
    <message>
        <source>to the size {size}</source>
        <translation>变为大小 {size}</translation>
    </message>
    <message>
        <source>the same filter for every channel</source>
        <translation>每个通道用同一个卷积核</translation>
    </message>
    <message>
        <source>every channel has filters of its own</source>
        <translation>每个通道有自己的卷积核</translation>
    </message>
    <message>
        <source>every map sees every channel</source>
        <translation>每个图看到所有图</translation>
    </message>
    <message>
        <source>{value} times the kernel is added here</source>
        <translation>{value} 乘卷积核加到这里</translation>
    </message>
    <message>
        <source>counts {weight} times in the loss</source>
        <translation>在损失中计 {weight} 倍</translation>
    </message>
    <message>
        <source>learned, beginning at {value}</source>
        <translation>可学习，从 {value} 开始</translation>
    </message>
    <message>
        <source>cell by cell</source>
        <translation>逐个单元</translation>
    </message>
    <message>
        <source>a batch of samples, each of this shape</source>
        <translation>一批样本，每个都是这个形状</translation>
    </message>
    <message>
        <source>in training only: {what}</source>
        <translation>仅在训练中：{what}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>along axis {axis}</source>
        <translation>沿轴 {axis}</translation>
    </message>
    <message>
        <source>elements become −1.76; mean and variance are kept</source>
        <translation>元素变为 −1.76；均值和方差保持不变</translation>
    </message>
    <message>
        <source>{what}, and a bias</source>
        <translation>{what}，再加偏置</translation>
    </message>
    <message>
        <source>one channel over all samples and places</source>
        <translation>一个通道，跨所有样本和位置</translation>
    </message>
    <message>
        <source>the last axis of one place</source>
        <translation>一个位置的最后一个轴</translation>
    </message>
    <message>
        <source>one whole sample</source>
        <translation>一整个样本</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>the smallest distance wins</source>
        <translation>距离最小者获胜</translation>
    </message>
    <message>
        <source>every output sees every input</source>
        <translation>每个输出看到所有输入</translation>
    </message>
    <message>
        <source>every index picks its row of the table</source>
        <translation>每个索引取出表中它的那一行</translation>
    </message>
    <message>
        <source>a learned vector for every step</source>
        <translation>每一步一个可学习的向量</translation>
    </message>
    <message>
        <source>sines, slower from left to right</source>
        <translation>正弦，从左到右越来越慢</translation>
    </message>
    <message>
        <source>the state after the last step</source>
        <translation>最后一步之后的状态</translation>
    </message>
    <message>
        <source>the state after every step</source>
        <translation>每一步之后的状态</translation>
    </message>
    <message>
        <source>softmax(q · kᵀ / √d) · v, in {n} heads</source>
        <translation>softmax(q · kᵀ / √d) · v，共 {n} 个头</translation>
    </message>
    <message>
        <source>cell by cell; the smaller is repeated</source>
        <translation>逐个单元；较小的重复使用</translation>
    </message>
    <message>
        <source>a row of the left times a column of the right</source>
        <translation>左边的一行乘右边的一列</translation>
    </message>
    <message>
        <source>whole samples become 0</source>
        <translation>整个样本变为 0</translation>
    </message>
    <message>
        <source>single elements become 0</source>
        <translation>单个元素变为 0</translation>
    </message>
    <message>
        <source>whole channels of a sequence become 0</source>
        <translation>序列的整个通道变为 0</translation>
    </message>
    <message>
        <source>whole maps of an image become 0</source>
        <translation>图像的整个图变为 0</translation>
    </message>
    <message>
        <source>whole maps of a volume become 0</source>
        <translation>体积的整个图变为 0</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>不学习任何东西</translation>
    </message>
    <message>
        <source>one channel of one sample</source>
        <translation>一个样本的一个通道</translation>
    </message>
    <message>
        <source>one of {groups} groups of channels, of one sample</source>
        <translation>一个样本的 {groups} 组通道之一</translation>
    </message>
    <message>
        <source>{size} neighbouring channels at one place</source>
        <translation>一个位置上 {size} 个相邻的通道</translation>
    </message>
    <message>
        <source>all channels of one place</source>
        <translation>一个位置的所有通道</translation>
    </message>
    <message>
        <source>damped by what is around</source>
        <translation>被周围的值抑制</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>Picture of what {layer} does</source>
        <translation>说明 {layer} 作用的图</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Save Layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout:</source>
        <translation>布局的名称：</translation>
    </message>
    <message>
        <source>Saved the layout {name}</source>
        <translation>已保存布局 {name}</translation>
    </message>
    <message>
        <source>{name} is always there. Choose another name.</source>
        <translation>{name} 总是存在。请换一个名称。</translation>
    </message>
    <message>
        <source>Remove Layout</source>
        <translation>移除布局</translation>
    </message>
    <message>
        <source>The layout {name} cannot be read.</source>
        <translation>布局 {name} 无法读取。</translation>
    </message>
    <message>
        <source>Save Layout…</source>
        <translation>保存布局…</translation>
    </message>
    <message>
        <source>Choose by Class…</source>
        <translation>按类别选择…</translation>
    </message>
    <message>
        <source>Image File…</source>
        <translation>图像文件…</translation>
    </message>
    <message>
        <source>Paste Image</source>
        <translation>粘贴图像</translation>
    </message>
    <message>
        <source>Back to Validation Images</source>
        <translation>回到验证图像</translation>
    </message>
    <message>
        <source>Go Through Images</source>
        <translation>轮换图像</translation>
    </message>
    <message>
        <source>Every {seconds} s</source>
        <translation>每 {seconds} 秒</translation>
    </message>
    <message>
        <source>By Hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{all} 个中的 {number} 个</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Change since the start</source>
        <translation>自开始以来的变化</translation>
    </message>
    <message>
        <source>Select a convolution to see its filters</source>
        <translation>选择一个卷积层，查看它的卷积核</translation>
    </message>
    <message>
        <source>The filters of this node were not kept</source>
        <translation>这个节点的卷积核没有保留</translation>
    </message>
    <message>
        <source>Waiting for the first filters</source>
        <translation>正在等待第一批卷积核</translation>
    </message>
    <message>
        <source>Train to see these filters change</source>
        <translation>开始训练后可查看这些卷积核的变化</translation>
    </message>
    <message>
        <source>Select a node to see how it learns</source>
        <translation>选择一个节点，查看它的学习过程</translation>
    </message>
    <message>
        <source>Train to see how this node learns</source>
        <translation>开始训练后可查看该节点的学习过程</translation>
    </message>
    <message>
        <source>There are no figures of this node in the run</source>
        <translation>这次训练没有该节点的数据</translation>
    </message>
    <message>
        <source>Validation Images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>&amp;While It Learns</source>
        <translation>训练时显示(&amp;W)</translation>
    </message>
    <message>
        <source>{title}: shown once it learns</source>
        <translation>{title}：开始训练后显示</translation>
    </message>
    <message>
        <source>{share} dead</source>
        <translation>{share} 失活</translation>
    </message>
    <message>
        <source>{figure} · step</source>
        <translation>{figure} · 步</translation>
    </message>
    <message>
        <source>gradient / weight {value}</source>
        <translation>梯度 / 权重 {value}</translation>
    </message>
    <message>
        <source>change a step / weight {value}</source>
        <translation>每步变化 / 权重 {value}</translation>
    </message>
    <message>
        <source>gradient / weight</source>
        <translation>梯度 / 权重</translation>
    </message>
    <message>
        <source>dead share (%)</source>
        <translation>失活比例（%）</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>滑动均值</translation>
    </message>
    <message>
        <source>running variance</source>
        <translation>滑动方差</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Waiting for the first figures of this node</source>
        <translation>正在等待该节点的第一批数据</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{document} is being trained. Stop that first, or add this one to the queue.</source>
        <translation>{document} 正在训练。请先停止它，或将这一个加入队列。</translation>
    </message>
    <message>
        <source>Go on with the run {which}. To train the new one, stop that run first.</source>
        <translation>继续{which}的运行。要训练新图，请先停止那次运行。</translation>
    </message>
    <message>
        <source>Not yet: {message}</source>
        <translation>现在不行：{message}</translation>
    </message>
    <message>
        <source>{tip}. Asks first what is to be done: {why}</source>
        <translation>{tip}。先询问要怎么做：{why}</translation>
    </message>
    <message>
        <source>Carries code that is not run until you trust it: {names}.</source>
        <translation>带有代码，在你信任之前不会运行：{names}。</translation>
    </message>
    <message>
        <source>torch's own</source>
        <translation>torch 自己的</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>文件：{path}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Library Folder</source>
        <translation>库文件夹</translation>
    </message>
    <message>
        <source>Your own blocks are files in this folder. Blocks that are in the folder of before stay there.</source>
        <translation>你自己的模块是这个文件夹中的文件。原来文件夹中的模块留在原处。</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>库文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Usual folder: {usual}</source>
        <translation>通常的文件夹：{usual}</translation>
    </message>
    <message>
        <source>Usual Folder</source>
        <translation>通常的文件夹</translation>
    </message>
    <message>
        <source>Import Block</source>
        <translation>导入模块</translation>
    </message>
    <message>
        <source>Rename Block</source>
        <translation>重命名模块</translation>
    </message>
    <message>
        <source>Name, which is that of its class:</source>
        <translation>名称，也是其类名：</translation>
    </message>
    <message>
        <source>There is another {name} in your library</source>
        <translation>你的库中另有一个 {name}</translation>
    </message>
    <message>
        <source>Networks that have it already keep theirs either way.</source>
        <translation>已经有它的网络不受影响，仍保留各自的模块。</translation>
    </message>
    <message>
        <source>Keep Both</source>
        <translation>两个都保留</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Change Folder…</source>
        <translation>更改文件夹…</translation>
    </message>
    <message>
        <source>Save to My Library</source>
        <translation>存入我的库</translation>
    </message>
    <message>
        <source>Export Block…</source>
        <translation>导出模块…</translation>
    </message>
    <message>
        <source>The block was not {what}</source>
        <translation>模块未{what}</translation>
    </message>
    <message>
        <source>Import Block File…</source>
        <translation>导入模块文件…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>This block was not imported</source>
        <translation>此模块未导入</translation>
    </message>
    <message>
        <source>Search layers and blocks</source>
        <translation>搜索层和模块</translation>
    </message>
    <message>
        <source>Layers and blocks</source>
        <translation>层和模块</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Draw the curves of earlier runs beside these</source>
        <translation>在旁边绘制以往训练的曲线</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>There are no other runs yet</source>
        <translation>还没有其他训练</translation>
    </message>
    <message>
        <source>{optimizer} {rate}, {schedule}, batch of {size}</source>
        <translation>{optimizer} {rate}，{schedule}，批大小 {size}</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>“{path}” cannot be read.</source>
        <translation>无法读取“{path}”。</translation>
    </message>
    <message>
        <source>{new} against {old}</source>
        <translation>{new} 相对于 {old}</translation>
    </message>
    <message>
        <source>Choose a run to see how it went; several to compare them.</source>
        <translation>选择一次训练以查看其过程；选择多次以相互比较。</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制的量</translation>
    </message>
    <message>
        <source>What the curves go over</source>
        <translation>曲线的横轴</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>所选训练的曲线</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有任何内容</translation>
    </message>
    <message>
        <source>{quantity} of {runs}</source>
        <translation>{runs} 的{quantity}</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次训练</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} 次训练</translation>
    </message>
    <message>
        <source>Filter runs by any words</source>
        <translation>按任意词语筛选训练</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Only runs with a star</source>
        <translation>只显示加了星标的训练</translation>
    </message>
    <message>
        <source>Every run that you train is kept, and listed here.</source>
        <translation>每次训练都会保存，并列在这里。</translation>
    </message>
    <message>
        <source>Wrote {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>{runs} moved to the bin</source>
        <translation>已将 {runs}移到回收站</translation>
    </message>
    <message>
        <source>{runs} taken out of the bin</source>
        <translation>已将 {runs}从回收站取回</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{all}中的 {shown} 次</translation>
    </message>
    <message>
        <source>The training of {network} was broken off after {epochs}. It can go on from there.</source>
        <translation>{network} 的训练在 {epochs}后中断。可以从那里继续。</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <source>{n} epochs</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Show Past Runs</source>
        <translation>显示过往训练</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>过往训练</translation>
    </message>
    <message>
        <source>over steps</source>
        <translation>按步数</translation>
    </message>
    <message>
        <source>over epochs</source>
        <translation>按轮数</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>time (h)</source>
        <translation>时间（小时）</translation>
    </message>
    <message>
        <source>time (min)</source>
        <translation>时间（分）</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>The image, with what is seen of it framed</source>
        <translation>图像，其中看到的部分加了框</translation>
    </message>
    <message>
        <source>The chosen channel</source>
        <translation>选中的通道</translation>
    </message>
    <message>
        <source>Press Train to see the curves</source>
        <translation>按“训练”可看到曲线</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>What the third plot shows</source>
        <translation>第三个图显示的量</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the picture as PNG or the numbers as CSV</source>
        <translation>把图片存为 PNG，或把数值存为 CSV</translation>
    </message>
    <message>
        <source>Moving average of the loss over {x} steps</source>
        <translation>{x} 步上损失的滑动平均</translation>
    </message>
    <message>
        <source>mean of {steps}</source>
        <translation>{steps} 步平均</translation>
    </message>
    <message>
        <source>no mean</source>
        <translation>不取平均</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Drag through the epochs and see the feature maps change</source>
        <translation>拖动浏览各轮，看特征图如何变化</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>epoch {number}: train {loss}, {share}; val {val_loss}, {val_share}</source>
        <translation>第 {number} 轮：训练 {loss}，{share}；验证 {val_loss}，{val_share}</translation>
    </message>
    <message>
        <source>, top five {share}</source>
        <translation>，前五 {share}</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source> (mean {loss})</source>
        <translation>（平均 {loss}）</translation>
    </message>
    <message>
        <source>gradient {norm}</source>
        <translation>梯度 {norm}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Colours of the maps; of “Blue to red” white is zero</source>
        <translation>图的颜色；“蓝到红”中白色为零</translation>
    </message>
    <message>
        <source>Colours of the maps</source>
        <translation>图的颜色</translation>
    </message>
    <message>
        <source>Common range</source>
        <translation>统一范围</translation>
    </message>
    <message>
        <source>Scale all channels alike, not each to its own least and greatest</source>
        <translation>所有通道用同一尺度，而不是各按自己的最小和最大值</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有通道</translation>
    </message>
    <message>
        <source>values from {least} to {most}</source>
        <translation>数值从 {least} 到 {most}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>element {number}</source>
        <translation>元素 {number}</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>vector of {number}</source>
        <translation>{number} 维向量</translation>
    </message>
    <message>
        <source>{shape}, shown as {small}</source>
        <translation>{shape}，显示为 {small}</translation>
    </message>
    <message>
        <source>the first {number} channels</source>
        <translation>前 {number} 个通道</translation>
    </message>
    <message>
        <source>Names of the chosen runs</source>
        <translation>所选运行的名称</translation>
    </message>
    <message>
        <source>Probe image: {label}</source>
        <translation>探测图像：{label}</translation>
    </message>
    <message>
        <source>The image that the maps are of: {label}</source>
        <translation>特征图所属的图像：{label}</translation>
    </message>
    <message>
        <source>At a rate of {rate} the loss was {loss}.</source>
        <translation>学习率为 {rate} 时，损失为 {loss}。</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Loss by learning rate</source>
        <translation>各学习率下的损失</translation>
    </message>
    <message>
        <source>now {rate}</source>
        <translation>当前 {rate}</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <source>sees {high} × {wide} px</source>
        <translation>看到 {high} × {wide} 像素</translation>
    </message>
    <message>
        <source>rows {first} to {last}</source>
        <translation>第 {first} 到 {last} 行</translation>
    </message>
    <message>
        <source>columns {first} to {last}</source>
        <translation>第 {first} 到 {last} 列</translation>
    </message>
    <message>
        <source>sees only padding</source>
        <translation>只看到填充</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>搜索首选项</translation>
    </message>
    <message>
        <source>Nothing has such a name.</source>
        <translation>没有叫这个名字的内容。</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source> and {more} more</source>
        <translation> 等 {more} 个</translation>
    </message>
    <message>
        <source>Advice ({number})</source>
        <translation>建议({number})</translation>
    </message>
    <message>
        <source>No repair is known</source>
        <translation>没有已知的修复</translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation>{number} 个参数</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Apply: {title}</source>
        <translation>应用：{title}</translation>
    </message>
    <message>
        <source>{problems} left</source>
        <translation>还剩 {problems}</translation>
    </message>
    <message>
        <source>Source: {what}.</source>
        <translation>来源：{what}。</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{n} problems</source>
        <translation>{n} 个问题</translation>
    </message>
    <message>
        <source>&amp;Advice</source>
        <translation>建议(&amp;A)</translation>
    </message>
    <message>
        <source>Problems and advice</source>
        <translation>问题和建议</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Do not show this advice again</source>
        <translation>不再显示这条建议</translation>
    </message>
    <message>
        <source>{document} is in the queue, behind {runs}.</source>
        <translation>{document} 已加入队列，前面有{runs}。</translation>
    </message>
    <message>
        <source>{runs} have ended in the background: {told}.</source>
        <translation>{runs}已在后台结束：{told}。</translation>
    </message>
    <message>
        <source>{run} has ended in the background, with an accuracy of {accuracy}.</source>
        <translation>{run} 已在后台结束，准确率为 {accuracy}。</translation>
    </message>
    <message>
        <source>{runs} have ended in the background.</source>
        <translation>{runs}已在后台结束。</translation>
    </message>
    <message>
        <source>{run} ({what})</source>
        <translation>{run}（{what}）</translation>
    </message>
    <message>
        <source>{run} failed in the background: {why}</source>
        <translation>{run} 在后台失败：{why}</translation>
    </message>
    <message>
        <source>{run} has ended in the background, before it was validated.</source>
        <translation>{run} 已在后台结束，尚未经过验证。</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not validated</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>{run} went on in the background.</source>
        <translation>{run} 一直在后台继续训练。</translation>
    </message>
    <message>
        <source>{runs} waited in a queue that was broken off.</source>
        <translation>{runs}还在一个中断的队列中等待。</translation>
    </message>
    <message>
        <source>{run} is being trained in another window.</source>
        <translation>{run} 正在另一个窗口中训练。</translation>
    </message>
    <message>
        <source>Train Them Now</source>
        <translation>现在训练</translation>
    </message>
    <message>
        <source>Queue ({number})</source>
        <translation>队列（{number}）</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Without the window training goes on in the background, and is shown again when Skipwire is opened. What is stopped can go on from its last checkpoint.</source>
        <translation>窗口关闭后训练会在后台继续，再次打开 Skipwire 时会重新显示。停止的训练可以从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>Do the same every time</source>
        <translation>以后都这样做</translation>
    </message>
    <message>
        <source>Go On in the Background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>有一次训练正在进行</translation>
    </message>
    <message>
        <source>{document} is being trained.</source>
        <translation>{document} 正在训练。</translation>
    </message>
    <message>
        <source>{runs} in the queue.</source>
        <translation>队列中有{runs}。</translation>
    </message>
    <message>
        <source>Nothing waits. “Add to Queue” has the network as it is drawn, with its settings, trained when this run has ended; any number of networks can wait.</source>
        <translation>没有等待的训练。“加入队列”会在这次训练结束后，按现在的图和设置训练网络；可以有任意多个网络等待。</translation>
    </message>
    <message>
        <source>{runs} waiting</source>
        <translation>{runs}等待中</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行的进度</translation>
    </message>
    <message>
        <source>Nothing is under way, and nothing waits.</source>
        <translation>没有进行中的训练，也没有等待的训练。</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>等待中的训练</translation>
    </message>
    <message>
        <source>Load weights of {name}</source>
        <translation>加载 {name} 的权重</translation>
    </message>
    <message>
        <source>Show the feature maps of {name}</source>
        <translation>显示 {name} 的特征图</translation>
    </message>
    <message>
        <source>Train on the images of {name}</source>
        <translation>用 {name} 的图像训练</translation>
    </message>
    <message>
        <source>You can drop networks ({networks}), blocks ({blocks}), weights ({weights}), images ({images}), a folder of images, data ({data}), and copied nodes as text.</source>
        <translation>可以拖入网络（{networks}）、模块（{blocks}）、权重（{weights}）、图像（{images}）、图像文件夹、数据（{data}），以及文本形式的已复制节点。</translation>
    </message>
    <message>
        <source>Add the block {name}</source>
        <translation>添加模块 {name}</translation>
    </message>
    <message>
        <source>Tell what the network makes of {name}</source>
        <translation>说出网络如何判断 {name}</translation>
    </message>
    <message>
        <source>Tell what the network makes of this image</source>
        <translation>说出网络如何判断这张图像</translation>
    </message>
    <message>
        <source>Train on the images of {name}: {count} classes</source>
        <translation>用 {name} 的图像训练：{count} 个类别</translation>
    </message>
    <message>
        <source>The next run trains on the images of {name}</source>
        <translation>下次运行用 {name} 的图像训练</translation>
    </message>
    <message>
        <source>Add the nodes of {name}</source>
        <translation>添加 {name} 的节点</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>这段文字</translation>
    </message>
    <message>
        <source>Open {count} networks</source>
        <translation>打开 {count} 个网络</translation>
    </message>
    <message>
        <source>Add {count} blocks</source>
        <translation>添加 {count} 个模块</translation>
    </message>
    <message>
        <source>Drop one thing at a time, or several networks or blocks.</source>
        <translation>一次请放下一样，或者几个网络或模块。</translation>
    </message>
    <message>
        <source>Unpack {name} first, and drop the folder that comes of it.</source>
        <translation>请先解压 {name}，再拖入解压所得的文件夹。</translation>
    </message>
    <message>
        <source>Only PNG and JPEG images can be shown to a network.</source>
        <translation>只有 PNG 和 JPEG 图像可以给网络看。</translation>
    </message>
    <message>
        <source>Open the network first that these weights are for.</source>
        <translation>请先打开这些权重所属的网络。</translation>
    </message>
    <message>
        <source>Mend the problems first: which weights fit is seen by their shapes.</source>
        <translation>请先修复问题：要凭形状才能看出哪些权重合适。</translation>
    </message>
    <message>
        <source>Open a network first, to show the image to it.</source>
        <translation>请先打开一个网络，再给它看图像。</translation>
    </message>
    <message>
        <source>Stop the run first, to show an image.</source>
        <translation>请先停止运行，再显示图像。</translation>
    </message>
    <message>
        <source>Mend the problems first: the network cannot be run as it is.</source>
        <translation>请先修复问题：网络现在无法运行。</translation>
    </message>
    <message>
        <source>Train the network first, to be told what it makes of an image.</source>
        <translation>请先训练网络，才能知道它如何判断一张图像。</translation>
    </message>
    <message>
        <source>Open a network first, to train it on these images.</source>
        <translation>请先打开一个网络，再用这些图像训练。</translation>
    </message>
    <message>
        <source>{name} holds no copied nodes.</source>
        <translation>{name} 中没有复制的节点。</translation>
    </message>
    <message>
        <source>Open a network first, to put the nodes in.</source>
        <translation>请先打开一个网络，再放入节点。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open a network first, to put the block in.</source>
        <translation>请先打开一个网络，再放入模块。</translation>
    </message>
    <message>
        <source>{name} cannot be used here.</source>
        <translation>{name} 在这里不能用。</translation>
    </message>
    <message>
        <source>What you draw is not kept for a crash: {why}. Save it.</source>
        <translation>你画的内容没有为崩溃而保留：{why}。请保存。</translation>
    </message>
    <message>
        <source>Skipwire has ended unexpectedly {times} times in a row while these were open. If they are not brought back, they are kept aside.</source>
        <translation>打开这些内容时，Skipwire 已连续 {times} 次意外结束。如果不恢复，它们会另行保留。</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Keep Aside</source>
        <translation>另行保留</translation>
    </message>
    <message>
        <source>Bring back what was open?</source>
        <translation>要恢复当时打开的内容吗？</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>“{name}”被另一个程序更改了。</translation>
    </message>
    <message>
        <source>“{name}” is back as it was.</source>
        <translation>“{name}”已恢复原样。</translation>
    </message>
    <message>
        <source>{number} could not be brought back and are kept in {folder}.</source>
        <translation>{number} 个无法恢复，保留在 {folder}。</translation>
    </message>
    <message>
        <source>Skipwire ended unexpectedly.</source>
        <translation>Skipwire 意外结束。</translation>
    </message>
    <message>
        <source>What a crash left cannot be read: {why}</source>
        <translation>崩溃留下的内容无法读取：{why}</translation>
    </message>
    <message>
        <source>{number} networks are back as they were.</source>
        <translation>{number} 个网络已恢复原样。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>it was not wanted</source>
        <translation>没有要求恢复</translation>
    </message>
    <message>
        <source>Overwrite keeps what the file holds now among its versions. Reload takes what the file holds; what you have here stays in the history.</source>
        <translation>“覆盖”会把文件现在的内容保留在其版本中。“重新载入”采用文件的内容，你这里的内容留在历史中。</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>“{name}” was not saved</source>
        <translation>“{name}”未保存</translation>
    </message>
    <message>
        <source>Saved {path}, but no older version is kept: {why}</source>
        <translation>已保存 {path}，但没有保留旧版本：{why}</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <source>{nodes} nodes, {parameters} parameters</source>
        <translation>{nodes} 个节点，{parameters} 个参数</translation>
    </message>
    <message>
        <source>Versions of {name}</source>
        <translation>{name} 的版本</translation>
    </message>
    <message>
        <source>What the network looked like</source>
        <translation>网络当时的样子</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>In the place of what is there now; can be undone</source>
        <translation>取代现在的内容；可以撤销</translation>
    </message>
    <message>
        <source>Open a Copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>In a tab of its own</source>
        <translation>在单独的标签页中</translation>
    </message>
    <message>
        <source>The same as what is there now.</source>
        <translation>与现在的内容相同。</translation>
    </message>
    <message>
        <source>There are no older versions: they are kept from the first save on.</source>
        <translation>没有更早的版本：从第一次保存起才保留。</translation>
    </message>
    <message>
        <source>This version cannot be read: {why}</source>
        <translation>此版本无法读取：{why}</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>判断正确的比例</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>The outputs of this run are no probabilities.</source>
        <translation>此次训练的输出不是概率。</translation>
    </message>
    <message>
        <source>{file}: “{predicted}” ({score})</source>
        <translation>{file}：“{predicted}”（{score}）</translation>
    </message>
    <message>
        <source>Nothing in the image speaks for “{name}”.</source>
        <translation>图像中没有任何内容支持“{name}”。</translation>
    </message>
    <message>
        <source>Image {number}: “{actual}”, recognised</source>
        <translation>图像 {number}：“{actual}”，识别正确</translation>
    </message>
    <message>
        <source>Image {number}: “{actual}”, taken for “{predicted}”</source>
        <translation>图像 {number}：“{actual}”，被认作“{predicted}”</translation>
    </message>
    <message>
        <source>Asking the network…</source>
        <translation>正在询问网络…</translation>
    </message>
    <message>
        <source>Nothing at “{node}” speaks for “{name}”.</source>
        <translation>“{node}”处没有任何内容支持“{name}”。</translation>
    </message>
    <message>
        <source>The pixels that the score of “{name}” follows most.</source>
        <translation>对“{name}”的得分影响最大的像素。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释方式</translation>
    </message>
    <message>
        <source>What is laid over the image</source>
        <translation>叠加在图像上的内容</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>The node that is looked into; the one chosen on the canvas is taken</source>
        <translation>所查看的节点；取画布上所选的节点</translation>
    </message>
    <message>
        <source>Colours of the overlay</source>
        <translation>叠加层的配色</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>叠加层的不透明度</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>图像（{patterns}）</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Which images</source>
        <translation>哪些图像</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>图像大小</translation>
    </message>
    <message>
        <source>Choose a Past Run</source>
        <translation>选择以往的训练</translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation>最新权重</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>Image {number}: “{actual}”, recognised ({score}, loss {loss})</source>
        <translation>图像 {number}：“{actual}”，识别正确（{score}，损失 {loss}）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Other weights are being loaded.</source>
        <translation>正在加载其他权重。</translation>
    </message>
    <message>
        <source>It was ended.</source>
        <translation>已被终止。</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 张图像</translation>
    </message>
    <message>
        <source>There are no such images.</source>
        <translation>没有这样的图像。</translation>
    </message>
    <message>
        <source>“{actual}” recognised: {images}</source>
        <translation>“{actual}”识别正确：{images}</translation>
    </message>
    <message>
        <source>The outputs of this run are no probabilities, so that none is more certain than another. Look at the worst instead.</source>
        <translation>此次训练的输出不是概率，因此没有哪个更确定。请改看最差的图像。</translation>
    </message>
    <message>
        <source>The greatest loss first</source>
        <translation>损失最大的在前</translation>
    </message>
    <message>
        <source>The least certain first</source>
        <translation>最不确定的在前</translation>
    </message>
    <message>
        <source>“{name}”: {images}, the greatest loss first</source>
        <translation>“{name}”：{images}，损失最大的在前</translation>
    </message>
    <message>
        <source>{many} of {images} of “{actual}” were taken for “{predicted}” ({share})</source>
        <translation>“{actual}”的 {images}中有 {many} 张被认作“{predicted}”（{share}）</translation>
    </message>
    <message>
        <source>{many} of {images} of “{actual}” were recognised ({share})</source>
        <translation>“{actual}”的 {images}中有 {many} 张识别正确（{share}）</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are actual classes, columns predicted</source>
        <translation>混淆矩阵：行为实际类别，列为预测类别</translation>
    </message>
    <message>
        <source>Actual: {name}</source>
        <translation>实际：{name}</translation>
    </message>
    <message>
        <source>A click shows the images of “{name}”</source>
        <translation>单击可显示“{name}”的图像</translation>
    </message>
    <message>
        <source>Predicted: {name}</source>
        <translation>预测：{name}</translation>
    </message>
    <message>
        <source>A click shows what was taken for “{name}”</source>
        <translation>单击可显示被认作“{name}”的图像</translation>
    </message>
    <message>
        <source>What the cells tell</source>
        <translation>单元格的内容</translation>
    </message>
    <message>
        <source>Actual ↓  Predicted →</source>
        <translation>实际 ↓  预测 →</translation>
    </message>
    <message>
        <source>1 validation image</source>
        <translation>1 张验证图像</translation>
    </message>
    <message>
        <source>{n} validation images</source>
        <translation>{n} 张验证图像</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>正确率 {share}</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>{share} among the first five</source>
        <translation>前五正确率 {share}</translation>
    </message>
    <message>
        <source>Scores of the classes</source>
        <translation>各类别的得分</translation>
    </message>
    <message>
        <source>{score} (the actual class)</source>
        <translation>{score}（实际类别）</translation>
    </message>
    <message>
        <source>Enter or a click shows these images</source>
        <translation>按回车键或单击可显示这些图像</translation>
    </message>
    <message>
        <source>Another run has begun.</source>
        <translation>已开始另一次训练。</translation>
    </message>
    <message>
        <source>{document}: {reason}</source>
        <translation>{document}:{reason}</translation>
    </message>
    <message>
        <source>This run is not kept. {reason}</source>
        <translation>这次训练未被保存。{reason}</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Add to the network</source>
        <translation>添加到网络</translation>
    </message>
    <message>
        <source>Name and arguments</source>
        <translation>名称和参数</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>可以添加的内容</translation>
    </message>
    <message>
        <source>Enter adds · Tab completes · arguments after the name: conv2d 64 3x3 /2</source>
        <translation>回车添加 · Tab 补全 · 名称后写参数：conv2d 64 3x3 /2</translation>
    </message>
    <message>
        <source>Nothing that fits this wire has that name.</source>
        <translation>没有适合这条连线且叫这个名字的内容。</translation>
    </message>
    <message>
        <source>Nothing has that name. Try fewer letters, or what it does: “pool”, “norm”.</source>
        <translation>没有叫这个名字的内容。请少输入几个字母，或输入它的作用：“pool”“norm”。</translation>
    </message>
    <message>
        <source>Add a layer, block or network</source>
        <translation>添加层、模块或网络</translation>
    </message>
    <message>
        <source>{millions:.3g} million parameters, {layers} layers deep.</source>
        <translation>{millions:.3g} 百万个参数，深 {layers} 层。</translation>
    </message>
    <message>
        <source>About what is chosen</source>
        <translation>关于所选内容</translation>
    </message>
    <message>
        <source>Repeats {number} times.</source>
        <translation>重复 {number} 次。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search by what it does or by its keys</source>
        <translation>按功能或按键搜索</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Double click or press Enter to give {action} other keys.</source>
        <translation>双击或按回车可给 {action} 换别的键。</translation>
    </message>
    <message>
        <source>Press the keys for {action}, or Esc to leave it as it is.</source>
        <translation>请按下给 {action} 的键，或按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>{keys} is {owner}. It would have no shortcut then.</source>
        <translation>{keys} 是 {owner}。那样它就没有快捷键了。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What the mouse and these keys do on the canvas cannot be changed.</source>
        <translation>鼠标和这些键在画布上的作用不能更改。</translation>
    </message>
    <message>
        <source>Changed; usually {keys}</source>
        <translation>已更改；通常为 {keys}</translation>
    </message>
    <message>
        <source>{keys} has a meaning of its own on the canvas.</source>
        <translation>{keys} 在画布上另有含义。</translation>
    </message>
    <message>
        <source>Desktops and keyboard layouts keep {keys} for themselves.</source>
        <translation>{keys} 由桌面和键盘布局保留。</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Data on disk, of any kind, or a set to be downloaded</source>
        <translation>磁盘上任意种类的数据，或待下载的数据集</translation>
    </message>
    <message>
        <source>Download a Set…</source>
        <translation>下载数据集…</translation>
    </message>
    <message>
        <source>MNIST, Fashion-MNIST, CIFAR-10 or CIFAR-100, from who made them</source>
        <translation>MNIST、Fashion-MNIST、CIFAR-10 或 CIFAR-100，来自其制作者</translation>
    </message>
    <message>
        <source>{what} ({patterns})</source>
        <translation>{what} ({patterns})</translation>
    </message>
    <message>
        <source>Sets that can be downloaded</source>
        <translation>可下载的数据集</translation>
    </message>
    <message>
        <source>Download a Set</source>
        <translation>下载数据集</translation>
    </message>
    <message>
        <source>Folder for sets</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Off by default. Skipwire never fetches anything by itself</source>
        <translation>默认关闭。Skipwire 从不自行下载任何东西</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载的进度</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Allow downloads from {site}</source>
        <translation>允许从 {site} 下载</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>{size} in {files}, checked by the published MD5 sum.</source>
        <translation>{files}，共 {size}，按公布的 MD5 校验。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{path} is here already.</source>
        <translation>{path} 已在这里。</translation>
    </message>
    <message>
        <source>Downloads are off, so nothing is fetched; allow them below.</source>
        <translation>下载已关闭，不会获取任何内容；请在下方允许。</translation>
    </message>
    <message>
        <source>{done} of it have come, and it goes on from there.</source>
        <translation>已下载 {done}，将从此处继续。</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>{what}: {classes}</source>
        <translation>{what}：{classes}</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 个类别</translation>
    </message>
    <message>
        <source>{n} classes</source>
        <translation>{n} 个类别</translation>
    </message>
    <message>
        <source>About Skipwire</source>
        <translation>关于 Skipwire</translation>
    </message>
    <message>
        <source>MIT licence. Built on PyTorch, Qt for Python, pyqtgraph and networkx.</source>
        <translation>MIT 许可证。基于 PyTorch、Qt for Python、pyqtgraph 和 networkx。</translation>
    </message>
    <message>
        <source>Wire a network, watch it learn.</source>
        <translation>连起网络，看它学习。</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
    <message>
        <source>Back to {drawing}</source>
        <translation>回到 {drawing}</translation>
    </message>
    <message>
        <source>Empty canvas</source>
        <translation>空画布</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Files that you save or open appear here.</source>
        <translation>你保存或打开的文件会出现在这里。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin to the Top</source>
        <translation>固定到顶端</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>{title}, {detail}</source>
        <translation>{title},{detail}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>{number} multiply-adds for one sample (convolutions, linear layers, matrix products)</source>
        <translation>一个样本 {number} 次乘加（卷积、线性层、矩阵乘法）</translation>
    </message>
    <message>
        <source>Inference of one sample needs {bytes}.</source>
        <translation>一个样本的推理需要 {bytes}。</translation>
    </message>
    <message>
        <source>{device} with {bytes}</source>
        <translation>{device}({bytes})</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>   epoch {number} of {all}</source>
        <translation>   第 {number} 轮，共 {all} 轮</translation>
    </message>
    <message>
        <source>A training step needs {bytes}:</source>
        <translation>一个训练步需要 {bytes}：</translation>
    </message>
    <message>
        <source>The largest batch that fits {where}: {batch}.</source>
        <translation>{where} 能容纳的最大批次：{batch}。</translation>
    </message>
    <message>
        <source>Not even one sample fits {where}.</source>
        <translation>{where} 连一个样本也容纳不下。</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>kept for the backward pass</source>
        <translation>为反向传播保留</translation>
    </message>
    <message>
        <source>passing values</source>
        <translation>暂时的值</translation>
    </message>
    <message>
        <source>{number} parameters   {macs}   </source>
        <translation>{number} 个参数   {macs}   </translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>training step {need} at batch {batch}   </source>
        <translation>训练步 {need}，批次 {batch}   </translation>
    </message>
    <message>
        <source>inference {need}, nothing is trained   </source>
        <translation>推理 {need}，不训练任何部分   </translation>
    </message>
    <message>
        <source>{number} in training, with the auxiliary outputs</source>
        <translation>训练中为 {number}，含辅助输出</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>As it is in the file</source>
        <translation>与文件中的一样</translation>
    </message>
    <message>
        <source>Undone: a click does it again</source>
        <translation>已撤销：单击可重做</translation>
    </message>
    <message>
        <source>{number} parameters   {macs}</source>
        <translation>{number} 个参数   {macs}</translation>
    </message>
    <message>
        <source>Rows of the summary</source>
        <translation>摘要的行</translation>
    </message>
    <message>
        <source>Each block as one row, or every layer inside of it</source>
        <translation>每个模块一行，或列出其中的每个层</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>{rows} copied as {form}</source>
        <translation>已把 {rows} 复制为 {form}</translation>
    </message>
    <message>
        <source> ({macs} in training)</source>
        <translation>（训练中为 {macs}）</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>Open networks</source>
        <translation>打开的网络</translation>
    </message>
    <message>
        <source>Close: it has unsaved changes</source>
        <translation>关闭：它有未保存的更改</translation>
    </message>
    <message>
        <source>It has unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>Its training is paused</source>
        <translation>训练已暂停</translation>
    </message>
    <message>
        <source>It is being trained</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>{name} (recovered)</source>
        <translation>{name}（已恢复）</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Close Others</source>
        <translation>关闭其他</translation>
    </message>
    <message>
        <source>Move to Other Side</source>
        <translation>移到另一侧</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Skip the Tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} / {steps}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Alerts ({number})</source>
        <translation>警报（{number}）</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>&lt;p&gt;{text}&lt;/p&gt;</source>
        <translation>&lt;p&gt;{text}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>a folder of classes, or a file</source>
        <translation>按类别分的文件夹，或一个文件</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Your image “{name}”, to see the feature maps of.</source>
        <translation>你的图像“{name}”，用来看其特征图。</translation>
    </message>
    <message>
        <source>{train} images to learn from and {val} for validation, in {classes}</source>
        <translation>{train} 张用于学习，{val} 张用于验证，共 {classes}</translation>
    </message>
    <message>
        <source>Mean of the channels: {values}</source>
        <translation>各通道均值：{values}</translation>
    </message>
    <message>
        <source>Deviation of the channels: {values}</source>
        <translation>各通道标准差：{values}</translation>
    </message>
    <message>
        <source>Taken: {what}</source>
        <translation>取用：{what}</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>各类别的图像数</translation>
    </message>
    <message>
        <source>Samples of the data</source>
        <translation>数据样本</translation>
    </message>
    <message>
        <source>Sizes: {sizes}</source>
        <translation>尺寸：{sizes}</translation>
    </message>
    <message>
        <source>It is larger than memory has room for, and is read as it is learned from.</source>
        <translation>数据大于可用内存，边学边读。</translation>
    </message>
    <message>
        <source>Could not be read: {files}</source>
        <translation>无法读取：{files}</translation>
    </message>
    <message>
        <source>Fingerprint: {print}</source>
        <translation>指纹：{print}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Find a Learning Rate</source>
        <translation>查找学习率</translation>
    </message>
    <message>
        <source>Rates that were tried</source>
        <translation>试过的学习率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Least rate to try</source>
        <translation>要试的最小学习率</translation>
    </message>
    <message>
        <source>Greatest rate to try</source>
        <translation>要试的最大学习率</translation>
    </message>
    <message>
        <source>Take This Rate</source>
        <translation>采用此学习率</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The network learns from scratch while the rate grows at every step; the loss falls, and grows again once the rate is too large. Nothing of it is kept.</source>
        <translation>网络从头学习，学习率每步增大；损失先下降，学习率过大后又上升。结果不会保留。</translation>
    </message>
    <message>
        <source>Begin above 0, and end higher, at 100 at most.</source>
        <translation>起点须大于 0，终点须更大，且不超过 100。</translation>
    </message>
    <message>
        <source>The worker starts, and reads the data…</source>
        <translation>工作进程正在启动并读取数据…</translation>
    </message>
    <message>
        <source>Try rates from</source>
        <translation>尝试范围</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>{rate} is suggested: a tenth of the rate at which the loss is least. Click into the plot, or drag the line, to choose another.</source>
        <translation>推荐 {rate}：损失最小处学习率的十分之一。可单击图中或拖动竖线另选。</translation>
    </message>
    <message>
        <source>Trying a rate of {rate}…</source>
        <translation>正在尝试学习率 {rate}…</translation>
    </message>
    <message>
        <source>A number above 0, of at most 100.</source>
        <translation>大于 0 且不超过 100 的数。</translation>
    </message>
    <message>
        <source>Make It Fit…</source>
        <translation>使其匹配…</translation>
    </message>
    <message>
        <source>What can be done about it, in one press</source>
        <translation>一按即可采取的办法</translation>
    </message>
    <message>
        <source>{deed}: {costs}</source>
        <translation>{deed}：{costs}</translation>
    </message>
    <message>
        <source>Largest that fits {device}: {number}</source>
        <translation>{device} 能容纳的最大批量：{number}</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Show only what differs from the default</source>
        <translation>只显示与默认值不同的</translation>
    </message>
    <message>
        <source>Most that fit: {number}</source>
        <translation>最多可容纳：{number}</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The run goes on from its last checkpoint, with a learning rate of {rate}; that can be changed again in mid-run.</source>
        <translation>训练从最近的检查点继续，学习率为 {rate}；训练中仍可更改。</translation>
    </message>
    <message>
        <source>Show {node}</source>
        <translation>显示 {node}</translation>
    </message>
    <message>
        <source>Go Back to Step {step}, at a Tenth of the Rate</source>
        <translation>回到第 {step} 步，学习率降为十分之一</translation>
    </message>
    <message>
        <source>Begin Again at a Tenth of the Rate</source>
        <translation>重新开始，学习率降为十分之一</translation>
    </message>
    <message>
        <source>Train on from the last checkpoint of this run</source>
        <translation>从这次训练的最后一个检查点继续训练</translation>
    </message>
    <message>
        <source>{change}: from the next batch on</source>
        <translation>{change}：从下一批起生效</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>now {rate}, at most {peak} ({schedule})</source>
        <translation>当前 {rate}，最高 {peak}（{schedule}）</translation>
    </message>
    <message>
        <source>Back to what the run began with: {value}</source>
        <translation>恢复为运行开始时的值：{value}</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Frozen now: {paths}</source>
        <translation>当前冻结：{paths}</translation>
    </message>
    <message>
        <source>Select nodes on the canvas to freeze them, or to change what they drop.</source>
        <translation>在画布上选择节点，可将其冻结，或更改其丢弃比例。</translation>
    </message>
    <message>
        <source>Normalise By</source>
        <translation>归一化方式</translation>
    </message>
    <message>
        <source>Normalise by</source>
        <translation>归一化方式</translation>
    </message>
    <message>
        <source>The means and deviations that images are normalised by</source>
        <translation>图像归一化所用的均值和标准差</translation>
    </message>
    <message>
        <source>The Data of Each Run</source>
        <translation>每次训练的数据</translation>
    </message>
    <message>
        <source>As the images are that are learned from, whatever they are</source>
        <translation>以所学习的图像为准，无论是哪些图像</translation>
    </message>
    <message>
        <source>These Figures, for Other Data Too</source>
        <translation>这些数值，也用于其他数据</translation>
    </message>
    <message>
        <source>They are kept in the recipe as given</source>
        <translation>作为给定值保存在训练设置中</translation>
    </message>
    <message>
        <source>The Figures of ImageNet</source>
        <translation>ImageNet 的数值</translation>
    </message>
    <message>
        <source>What most published weights were trained by</source>
        <translation>大多数已发布的权重以此训练</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Learning rate: it begins at {first}, is {top} at most and ends at {last}.</source>
        <translation>学习率：从 {first} 开始，最高 {top}，结束于 {last}。</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} 步</translation>
    </message>
    <message>
        <source> When the validation will stand still cannot be foreseen.</source>
        <translation>验证何时停滞无法预知。</translation>
    </message>
    <message>
        <source>step {step}: rate {rate}</source>
        <translation>第 {step} 步：学习率 {rate}</translation>
    </message>
    <message>
        <source>after {epochs} epochs: rate {rate}</source>
        <translation>{epochs} 轮之后：学习率 {rate}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>Train again to see the feature maps of this node</source>
        <translation>重新训练可看到此节点的特征图</translation>
    </message>
    <message>
        <source>{state}{where}</source>
        <translation>{state}{where}</translation>
    </message>
    <message>
        <source>{files} could not be read</source>
        <translation>{files}无法读取</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>还没有训练过</translation>
    </message>
    <message>
        <source> on {device}</source>
        <translation>，在 {device} 上</translation>
    </message>
    <message>
        <source>Share of the worker's time that went into feature maps</source>
        <translation>工作进程用于特征图的时间比例</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Shown{where}, nothing learned</source>
        <translation>已显示{where}，没有学习</translation>
    </message>
    <message>
        <source>Finished after {epochs} and {time}{where}</source>
        <translation>已完成，共 {epochs}，用时 {time}{where}</translation>
    </message>
    <message>
        <source>Training{where}, {time} left</source>
        <translation>正在训练{where}，还剩 {time}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>The last step is done{where}, the run is being kept</source>
        <translation>最后一步已完成{where}，正在保存运行</translation>
    </message>
    <message>
        <source>Stopped after {epochs} and {time}{where}</source>
        <translation>已停止，共 {epochs}，用时 {time}{where}</translation>
    </message>
    <message>
        <source>Training{where}</source>
        <translation>正在训练{where}</translation>
    </message>
    <message>
        <source>Parts of a step</source>
        <translation>一步的组成</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used}，共 {limit}</translation>
    </message>
    <message>
        <source>In use: {bytes}</source>
        <translation>已用：{bytes}</translation>
    </message>
    <message>
        <source>At most so far: {bytes}</source>
        <translation>至今最多：{bytes}</translation>
    </message>
    <message>
        <source>There is: {bytes}</source>
        <translation>总共：{bytes}</translation>
    </message>
    <message>
        <source>The training process has {bytes} of main memory.</source>
        <translation>训练进程占用 {bytes} 内存。</translation>
    </message>
    <message>
        <source>Memory of the device</source>
        <translation>设备内存</translation>
    </message>
    <message>
        <source>The network waits for its data: more readers, or a smaller set, help.</source>
        <translation>网络在等待数据：增加读取线程，或换用较小的数据集。</translation>
    </message>
    <message>
        <source>process {bytes}</source>
        <translation>进程 {bytes}</translation>
    </message>
    <message>
        <source>at work {share}</source>
        <translation>利用率 {share}</translation>
    </message>
    <message>
        <source>Use for My Data</source>
        <translation>用于我的数据</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>学习的部分</translation>
    </message>
    <message>
        <source>Old layers learn at</source>
        <translation>旧层的学习率为</translation>
    </message>
    <message>
        <source>keep the statistics of their normalisations, too</source>
        <translation>其归一化的统计量也保持不变</translation>
    </message>
    <message>
        <source>What is frozen computes with the means and variances that it has, and not with those of each batch: best where there is little data.</source>
        <translation>被冻结的部分用它已有的均值和方差计算，而不用每个批次的：数据少时最好。</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结的层</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Of a Folder…</source>
        <translation>取自文件夹…</translation>
    </message>
    <message>
        <source>Count the folders of images in a folder, and train on them</source>
        <translation>数出文件夹中的图像文件夹，并用它们训练</translation>
    </message>
    <message>
        <source>as in the data of the recipe</source>
        <translation>与方案中的数据相同</translation>
    </message>
    <message>
        <source>Factor on the learning rate of what was there before</source>
        <translation>原有部分的学习率系数</translation>
    </message>
    <message>
        <source>the learning rate, so that what it knows is kept</source>
        <translation>倍的学习率，以保住它已学到的</translation>
    </message>
    <message>
        <source>&lt;b&gt;{x}&lt;/b&gt; of {x2} parameters learn. A training step at batch {x3} needs &lt;b&gt;{x4}&lt;/b&gt;, where now it needs {x5}.</source>
        <translation>{x2} 个参数中有 &lt;b&gt;{x}&lt;/b&gt; 个学习。批次 {x3} 的训练步需要 &lt;b&gt;{x4}&lt;/b&gt;，现在需要 {x5}。</translation>
    </message>
    <message>
        <source>Folder with one folder for each class</source>
        <translation>每个类别一个文件夹的文件夹</translation>
    </message>
    <message>
        <source>in “{name}”, to train on</source>
        <translation>在“{name}”中，用来训练</translation>
    </message>
    <message>
        <source>Load Weights — {name}</source>
        <translation>加载权重 — {name}</translation>
    </message>
    <message>
        <source>Progress of the reading</source>
        <translation>读取的进度</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>How tensors find their places</source>
        <translation>张量如何找到各自的位置</translation>
    </message>
    <message>
        <source>By their names, or those of the same shape in the same order</source>
        <translation>按名称，或把形状相同的按同样顺序对应</translation>
    </message>
    <message>
        <source>Which tensors are shown</source>
        <translation>显示哪些张量</translation>
    </message>
    <message>
        <source>Search names and shapes</source>
        <translation>搜索名称和形状</translation>
    </message>
    <message>
        <source>Tensors of the network and of the file</source>
        <translation>网络和文件的张量</translation>
    </message>
    <message>
        <source>All {number}</source>
        <translation>全部 {number}</translation>
    </message>
    <message>
        <source>By their names: a .safetensors file does not keep their order</source>
        <translation>按名称：.safetensors 文件不保存顺序</translation>
    </message>
    <message>
        <source>Load Weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>Published Weights</source>
        <translation>公开的权重</translation>
    </message>
    <message>
        <source>Search the published weights</source>
        <translation>搜索已发布的权重</translation>
    </message>
    <message>
        <source>Published weights</source>
        <translation>公开的权重</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>To {path}</source>
        <translation>到 {path}</translation>
    </message>
    <message>
        <source>as many as yours</source>
        <translation>与你的相同</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>撤销 {what}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>重做 {what}(&amp;R)</translation>
    </message>
    <message>
        <source>Problems ({number})</source>
        <translation>问题({number})</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>参与学习</translation>
    </message>
    <message>
        <source>frozen, statistics too</source>
        <translation>冻结，统计量也冻结</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>by epochs</source>
        <translation>按轮数</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>all equal</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>mismatched</source>
        <translation>形状不符</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>多余</translation>
    </message>
    <message>
        <source>PySide6 6.12 crashes on Python before 3.12. Install 'PySide6-Essentials&gt;=6.10.3,&lt;6.12', or use Python 3.12.</source>
        <translation>PySide6 6.12 在 3.12 之前的 Python 上会崩溃。请安装 'PySide6-Essentials&gt;=6.10.3,&lt;6.12'，或使用 Python 3.12。</translation>
    </message>
    <message>
        <source>The settings were damaged: the usual ones are in force. They are kept as {file}.</source>
        <translation>设置已损坏：现使用通常的设置。原来的保存为 {file}。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Small photographs</source>
        <translation>小幅照片</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>手写体</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Few images</source>
        <translation>图像很少</translation>
    </message>
    <message>
        <source>Nothing is changed so far: every epoch has the same images. Pull a slider.</source>
        <translation>目前没有任何改变：每一轮的图像都相同。请拖动滑块。</translation>
    </message>
    <message>
        <source>The network takes images without colour, so saturation and hue change nothing.</source>
        <translation>网络接收没有颜色的图像，因此饱和度和色相不起作用。</translation>
    </message>
    <message>
        <source>The image before</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>The next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>Draw Again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>The draws of the epochs after these</source>
        <translation>其后各轮的抽取结果</translation>
    </message>
    <message>
        <source>As It Is</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Show the image as it is in the place of its draws</source>
        <translation>在抽取结果的位置显示原图</translation>
    </message>
    <message>
        <source>Begin With</source>
        <translation>起始设置</translation>
    </message>
    <message>
        <source>Changes that people begin with, by what the images are</source>
        <translation>按图像种类选用的常用起始设置</translation>
    </message>
    <message>
        <source>Into the Run</source>
        <translation>用于当前训练</translation>
    </message>
    <message>
        <source>The run under way learns from such draws, too, from the next batch on</source>
        <translation>正在进行的训练从下一批次起也从这样的抽取结果中学习</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>The draws are shown once the network has no problems.</source>
        <translation>网络没有问题后即可显示抽取结果。</translation>
    </message>
    <message>
        <source>augmentation changed</source>
        <translation>数据增强已更改</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在抽取…</translation>
    </message>
    <message>
        <source>Breadcrumb</source>
        <translation>导航路径</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>删除 {what}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message>
        <source>reroute point</source>
        <translation>折弯点</translation>
    </message>
    <message>
        <source>Connect {port} to…</source>
        <translation>把 {port} 连到…</translation>
    </message>
    <message>
        <source>Connect to {port} from…</source>
        <translation>从…连到 {port}</translation>
    </message>
    <message>
        <source>Connect {what} to…</source>
        <translation>把 {what} 连到…</translation>
    </message>
    <message>
        <source>Connect {what} from…</source>
        <translation>从…连到 {what}</translation>
    </message>
    <message>
        <source>{node} has no output.</source>
        <translation>{node} 没有输出。</translation>
    </message>
    <message>
        <source>{node} has no input.</source>
        <translation>{node} 没有输入。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Skipwire {__version__}</source>
        <translation>Skipwire {__version__}</translation>
    </message>
    <message>
        <source>There is nothing to draw: the network has no nodes.</source>
        <translation>没有可画的内容：网络没有节点。</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of that size</source>
        <translation>内存不足以生成这么大的图片</translation>
    </message>
    <message>
        <source>the picture could not be encoded or the disk is full</source>
        <translation>图片无法编码，或磁盘已满</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>文件无法打开</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometry</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>Gesture</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Pan</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Pointer</translation>
    </message>
    <message>
        <source>Every input of {node} is taken. Drop the wire on the one to replace.</source>
        <translation>{node} 的输入都已占用。请把连线放到要取代的那一个上。</translation>
    </message>
    <message>
        <source>{port} is an output, as {other} is. Drop the wire on an input.</source>
        <translation>{port} 与 {other} 一样是输出。请把连线放到一个输入上。</translation>
    </message>
    <message>
        <source>{port} is an input, as {other} is. Drop the wire on an output.</source>
        <translation>{port} 与 {other} 一样是输入。请把连线放到一个输出上。</translation>
    </message>
    <message>
        <source>move {_moves} {scope} {x} {marks}</source>
        <translation>move {_moves} {scope} {x} {marks}</translation>
    </message>
    <message>
        <source>Rename {old}</source>
        <translation>重命名 {old}</translation>
    </message>
    <message>
        <source>repeat {scope} {name}</source>
        <translation>repeat {scope} {name}</translation>
    </message>
    <message>
        <source>point of a wire</source>
        <translation>连线拐点</translation>
    </message>
    <message>
        <source>points of wires</source>
        <translation>连线拐点</translation>
    </message>
    <message>
        <source>Paste with wires</source>
        <translation>连同连线粘贴</translation>
    </message>
    <message>
        <source>Duplicate with wires</source>
        <translation>连同连线再制</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>再制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
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
        <translation>网络有问题；这是出现问题之前的代码。</translation>
    </message>
    <message>
        <source>The code appears here once the network has no problems.</source>
        <translation>网络没有问题之后，代码会出现在这里。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>There is one network only</source>
        <translation>只有一个网络</translation>
    </message>
    <message>
        <source>Select a node first</source>
        <translation>请先选择节点</translation>
    </message>
    <message>
        <source>Select one node first</source>
        <translation>请先选择一个节点</translation>
    </message>
    <message>
        <source>Select something first</source>
        <translation>请先选择内容</translation>
    </message>
    <message>
        <source>Split the view, and select what is to be copied</source>
        <translation>请先拆分视图，并选中要复制的内容</translation>
    </message>
    <message>
        <source>Save the network first</source>
        <translation>请先保存网络</translation>
    </message>
    <message>
        <source>Select a block first</source>
        <translation>请先选择模块</translation>
    </message>
    <message>
        <source>Select a node of your own code first</source>
        <translation>请先选择你自己编写的节点</translation>
    </message>
    <message>
        <source>Mend the problems first</source>
        <translation>请先修复问题</translation>
    </message>
    <message>
        <source>Only inside a block</source>
        <translation>仅在模块内部</translation>
    </message>
    <message>
        <source>command palette</source>
        <translation>command palette</translation>
    </message>
    <message>
        <source>Skipwire {__version__}, Python {x}, PySide6 {pyside}, Qt {x2}</source>
        <translation>Skipwire {__version__}, Python {x}, PySide6 {pyside}, Qt {x2}</translation>
    </message>
    <message>
        <source>{x}, last action: {x2}</source>
        <translation>{x}，最后的操作：{x2}</translation>
    </message>
    <message>
        <source>Give up the changes to this code?</source>
        <translation>放弃对此代码的更改吗？</translation>
    </message>
    <message>
        <source>They have not been applied.</source>
        <translation>更改尚未应用。</translation>
    </message>
    <message>
        <source>No node of this layer is in use.</source>
        <translation>没有使用此层的节点。</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>尚未应用。</translation>
    </message>
    <message>
        <source>custom layers</source>
        <translation>自定义层</translation>
    </message>
    <message>
        <source>Write {name}</source>
        <translation>编写 {name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改 {name}</translation>
    </message>
    <message>
        <source>{name}, line {line}: {reason}</source>
        <translation>{name}，第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>Skipwire networks (*{SUFFIX})</source>
        <translation>Skipwire 网络 (*{SUFFIX})</translation>
    </message>
    <message>
        <source>Skipwire networks (*{SUFFIX} *{WEIGHTS})</source>
        <translation>Skipwire 网络 (*{SUFFIX} *{WEIGHTS})</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>插入 {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Export Code</source>
        <translation>导出代码</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭节点</translation>
    </message>
    <message>
        <source>Training recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>Detach weights</source>
        <translation>移除权重</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>Export ONNX</source>
        <translation>导出 ONNX</translation>
    </message>
    <message>
        <source>Save Weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>those of {name}</source>
        <translation>{name} 的权重</translation>
    </message>
    <message>
        <source>drawn with seed {seed}</source>
        <translation>按种子 {seed} 抽取</translation>
    </message>
    <message>
        <source> It begins with {file}.</source>
        <translation> 它从 {file} 开始。</translation>
    </message>
    <message>
        <source> Parts are frozen, and no weights are loaded: it asks for --weights FILE.</source>
        <translation> 有部分被冻结，却没有加载权重：它会要求 --weights FILE。</translation>
    </message>
    <message>
        <source>find bar</source>
        <translation>find bar</translation>
    </message>
    <message>
        <source>{x}{word} {x2}</source>
        <translation>{x}{word} {x2}</translation>
    </message>
    <message>
        <source>Replace by {kind}</source>
        <translation>替换为 {kind}</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Inside the blocks that differ</source>
        <translation>不同模块的内部</translation>
    </message>
    <message>
        <source>Left preset</source>
        <translation>左边的预设</translation>
    </message>
    <message>
        <source>Right preset</source>
        <translation>右边的预设</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Layers by kind</source>
        <translation>各种类的层</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>{x} for training only</source>
        <translation>{x} 仅用于训练</translation>
    </message>
    <message>
        <source>{top1} % on {data}</source>
        <translation>{data} 上 {top1} %</translation>
    </message>
    <message>
        <source>none is published for these parameters</source>
        <translation>这些参数没有公布的数值</translation>
    </message>
    <message>
        <source>No preset is found. The search knows titles, families, authors, papers, years, parameters, published variants and the data of published accuracies.</source>
        <translation>没有找到预设。搜索认得标题、系列、作者、论文、年份、参数、发表的变体以及公布准确率所用的数据。</translation>
    </message>
    <message>
        <source>&lt;table width='100%' cellspacing='0'&gt;&lt;tr&gt;{head}&lt;/tr&gt;{body}&lt;/table&gt;</source>
        <translation>&lt;table width='100%' cellspacing='0'&gt;&lt;tr&gt;{head}&lt;/tr&gt;{body}&lt;/table&gt;</translation>
    </message>
    <message>
        <source>&lt;span style='color:{muted}'&gt;{x}&lt;/span&gt;</source>
        <translation>&lt;span style='color:{muted}'&gt;{x}&lt;/span&gt;</translation>
    </message>
    <message>
        <source>&lt;tr bgcolor='{x}'&gt;{x2}&lt;/tr&gt;</source>
        <translation>&lt;tr bgcolor='{x}'&gt;{x2}&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>&lt;td width='{share}%' align='{x}' style='padding: 3px 8px; {style}'&gt;{cell}&lt;/td&gt;</source>
        <translation>&lt;td width='{share}%' align='{x}' style='padding: 3px 8px; {style}'&gt;{cell}&lt;/td&gt;</translation>
    </message>
    <message>
        <source>&lt;span title='{x}'&gt;{x2}&lt;/span&gt;</source>
        <translation>&lt;span title='{x}'&gt;{x2}&lt;/span&gt;</translation>
    </message>
    <message>
        <source>{x} &amp;nbsp; {shown} &amp;nbsp; {x2}</source>
        <translation>{x} &amp;nbsp; {shown} &amp;nbsp; {x2}</translation>
    </message>
    <message>
        <source>&lt;span style='color:{chip}'&gt;■&lt;/span&gt; {x}</source>
        <translation>&lt;span style='color:{chip}'&gt;■&lt;/span&gt; {x}</translation>
    </message>
    <message>
        <source>Go Back to Then</source>
        <translation>回到那时</translation>
    </message>
    <message>
        <source>Continue with These Weights…</source>
        <translation>用这些权重继续…</translation>
    </message>
    <message>
        <source>Start Anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Back to the Network That Learns</source>
        <translation>回到正在学习的网络</translation>
    </message>
    <message>
        <source>As before in this run: {still}</source>
        <translation>与本次运行之前相同：{still}</translation>
    </message>
    <message>
        <source>As before in this run: all learn</source>
        <translation>与本次运行之前相同：全部学习</translation>
    </message>
    <message>
        <source>Back to the network that learns</source>
        <translation>回到正在学习的网络</translation>
    </message>
    <message>
        <source>Back to the network before</source>
        <translation>回到之前的网络</translation>
    </message>
    <message>
        <source>The run cannot go back</source>
        <translation>运行无法回退</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>网络层</translation>
    </message>
    <message>
        <source>Weights before</source>
        <translation>原来的权重</translation>
    </message>
    <message>
        <source>Weights now</source>
        <translation>现在的权重</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>会变成什么</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>list of whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>Name of the block: the class in the code</source>
        <translation>模块的名称：代码中的类名</translation>
    </message>
    <message>
        <source>Used inside by “=” expressions, such as =2*width. The values are defaults. The channels that enter are called {entering} there.</source>
        <translation>在内部由“=”表达式使用，例如 =2*width。这里的值是默认值。进入的通道数在那里称为 {entering}。</translation>
    </message>
    <message>
        <source>note parameters</source>
        <translation>note parameters</translation>
    </message>
    <message>
        <source>Rename block {old}</source>
        <translation>重命名模块 {old}</translation>
    </message>
    <message>
        <source>Set default of {name}</source>
        <translation>设置 {name} 的默认值</translation>
    </message>
    <message>
        <source>Add parameter {name}</source>
        <translation>添加参数 {name}</translation>
    </message>
    <message>
        <source>Remove parameter {name}</source>
        <translation>移除参数 {name}</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>remove {name}</translation>
    </message>
    <message>
        <source>new parameter</source>
        <translation>new parameter</translation>
    </message>
    <message>
        <source>add parameter</source>
        <translation>add parameter</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>它的作用</translation>
    </message>
    <message>
        <source>the whole input</source>
        <translation>整个输入</translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='1'&gt;{rows}&lt;/table&gt;</source>
        <translation>&lt;table cellspacing='0' cellpadding='1'&gt;{rows}&lt;/table&gt;</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>{x} for one sample</source>
        <translation>一个样本 {x}</translation>
    </message>
    <message>
        <source>{x} a sample, for the backward pass</source>
        <translation>每个样本 {x}，用于反向传播</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td style='color:{muted}; padding-right:10px'&gt;{x}&lt;/td&gt;&lt;td&gt;{x2}&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td style='color:{muted}; padding-right:10px'&gt;{x}&lt;/td&gt;&lt;td&gt;{x2}&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>Output {port}</source>
        <translation>输出 {port}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行时机</translation>
    </message>
    <message>
        <source>in training only</source>
        <translation>仅在训练中</translation>
    </message>
    <message>
        <source>narrowest path {x} px</source>
        <translation>最窄路径 {x} px</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>跨度</translation>
    </message>
    <message>
        <source>First cell</source>
        <translation>第一个单元</translation>
    </message>
    <message>
        <source>centred on {x}</source>
        <translation>中心在 {x}</translation>
    </message>
    <message>
        <source>drag {x}</source>
        <translation>drag {x}</translation>
    </message>
    <message>
        <source>steps {_visit}</source>
        <translation>steps {_visit}</translation>
    </message>
    <message>
        <source>fold {title}</source>
        <translation>fold {title}</translation>
    </message>
    <message>
        <source>summary {title}</source>
        <translation>summary {title}</translation>
    </message>
    <message>
        <source>note {name}</source>
        <translation>note {name}</translation>
    </message>
    <message>
        <source>reset {name}</source>
        <translation>reset {name}</translation>
    </message>
    <message>
        <source>torch default</source>
        <translation>torch 默认</translation>
    </message>
    <message>
        <source>Markdown: # title, **bold**, *italic*, - list. Ctrl+Enter applies it.</source>
        <translation>Markdown：# 标题、**粗体**、*斜体*、- 列表。按 Ctrl+Enter 应用。</translation>
    </message>
    <message>
        <source>Set repeat</source>
        <translation>设置重复次数</translation>
    </message>
    <message>
        <source>Name: the attribute in the code</source>
        <translation>名称：代码中的属性名</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>此处使用</translation>
    </message>
    <message>
        <source>wire order</source>
        <translation>wire order</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Name of the network: the class in the code</source>
        <translation>网络的名称：代码中的类名</translation>
    </message>
    <message>
        <source>Select a node to see and change its parameters.</source>
        <translation>选择节点可查看和更改其参数。</translation>
    </message>
    <message>
        <source>Rename network</source>
        <translation>重命名网络</translation>
    </message>
    <message>
        <source>There is no layer or block named “{kind}”. Remove the node.</source>
        <translation>没有名为“{kind}”的层或模块。请移除该节点。</translation>
    </message>
    <message>
        <source>Set {parameter}</source>
        <translation>设置 {parameter}</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Reset parameters</source>
        <translation>重置参数</translation>
    </message>
    <message>
        <source>reset all</source>
        <translation>reset all</translation>
    </message>
    <message>
        <source>note name</source>
        <translation>note name</translation>
    </message>
    <message>
        <source>Whether training changes the weights. Statistics are the running means and variances of normalisations, which else go on with every batch. Of a block it holds for all inside</source>
        <translation>训练是否改变权重。统计量是归一化的滑动均值和方差，否则每个批次都会更新。对模块则适用于其中的一切</translation>
    </message>
    <message>
        <source>note frozen around</source>
        <translation>note frozen around</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Set learning rate ×</source>
        <translation>设置学习率 ×</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Subtract</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiply</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Average</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Hardswish</source>
        <translation>Hardswish</translation>
    </message>
    <message>
        <source>Hardsigmoid</source>
        <translation>Hardsigmoid</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>重采样</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>重塑</translation>
    </message>
    <message>
        <source>some size holds two windows</source>
        <translation>有的大小容纳两个窗口</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>Upsample</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Unflatten</source>
        <translation>Unflatten</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>Permute</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Chunk</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Pad</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>Concat</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>所有步</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Conv</translation>
    </message>
    <message>
        <source>each channel</source>
        <translation>每个通道</translation>
    </message>
    <message>
        <source>each feature</source>
        <translation>每个特征</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Read Code</source>
        <translation>读代码</translation>
    </message>
    <message>
        <source>Image File</source>
        <translation>图像文件</translation>
    </message>
    <message>
        <source>blue to red</source>
        <translation>蓝到红</translation>
    </message>
    <message>
        <source>Activations on wires</source>
        <translation>连线上的激活</translation>
    </message>
    <message>
        <source>Gradients on wires</source>
        <translation>连线上的梯度</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步用时</translation>
    </message>
    <message>
        <source>Memory of values</source>
        <translation>数值占用的内存</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>失活单元</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Small feature maps on the nodes</source>
        <translation>节点上的小特征图</translation>
    </message>
    <message>
        <source>Wires by the root mean square of what runs along them</source>
        <translation>按流过的数值的均方根为连线着色</translation>
    </message>
    <message>
        <source>Wires by the size of the gradient that comes back along them</source>
        <translation>按回传梯度的大小为连线着色</translation>
    </message>
    <message>
        <source>Nodes by the time that they take, forwards and backwards</source>
        <translation>按前向和反向所用的时间为节点着色</translation>
    </message>
    <message>
        <source>Nodes by what their values take of one batch</source>
        <translation>按一个批次的数值占用的内存为节点着色</translation>
    </message>
    <message>
        <source>Nodes by the share of their units that are never above zero</source>
        <translation>按从不大于零的单元所占的比例为节点着色</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>不显示(&amp;N)</translation>
    </message>
    <message>
        <source>The network alone, while it learns too</source>
        <translation>训练时也只显示网络</translation>
    </message>
    <message>
        <source>&amp;Resume Old Drawing</source>
        <translation>继续旧图(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>No display: running the same session offscreen.</source>
        <translation>No display: running the same session offscreen.</translation>
    </message>
    <message>
        <source>Picture of the window: {picture}</source>
        <translation>Picture of the window: {picture}</translation>
    </message>
    <message>
        <source>{picture} cannot be written.</source>
        <translation>{picture} cannot be written.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>In this network</source>
        <translation>在此网络中</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>我的库</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Right-click a block to save it</source>
        <translation>右键单击模块可保存它</translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='2'&gt;{rows}&lt;/table&gt;</source>
        <translation>&lt;table cellspacing='0' cellpadding='2'&gt;{rows}&lt;/table&gt;</translation>
    </message>
    <message>
        <source>Skipwire blocks (*{SUFFIX})</source>
        <translation>Skipwire 模块 (*{SUFFIX})</translation>
    </message>
    <message>
        <source>Export Block</source>
        <translation>导出模块</translation>
    </message>
    <message>
        <source>the folder {BIN} of your library</source>
        <translation>你的库中的文件夹 {BIN}</translation>
    </message>
    <message>
        <source>{name} is in your library already, just as it is here</source>
        <translation>{name} 已在你的库中，与这里的完全相同</translation>
    </message>
    <message>
        <source>{name} is in your library</source>
        <translation>{name} 已存入你的库</translation>
    </message>
    <message>
        <source>&lt;img src="data:image/png;base64,{data}" width="{_WIDE}"/&gt;&lt;br/&gt;{tooltip}</source>
        <translation>&lt;img src="data:image/png;base64,{data}" width="{_WIDE}"/&gt;&lt;br/&gt;{tooltip}</translation>
    </message>
    <message>
        <source>Nothing here has that name. Published networks are in the gallery (Insert menu).</source>
        <translation>这里没有叫这个名字的内容。已发表的网络在图库中（“插入”菜单）。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be moved to the bin: {x}. Delete the folder by hand, or check that the disk has a bin.</source>
        <translation>无法将“{folder}”移到回收站：{x}。请手动删除该文件夹，或检查磁盘是否有回收站。</translation>
    </message>
    <message>
        <source>“{name}” cannot be taken out of the bin: {x}.</source>
        <translation>无法从回收站取回“{name}”：{x}。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The network, or the name that you give the run</source>
        <translation>网络，或您给这次训练起的名字</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>How it ended, or how it stands</source>
        <translation>如何结束，或目前状况</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>The best of the validation</source>
        <translation>验证中的最好值</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The least of the validation</source>
        <translation>验证中的最小值</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How many are done</source>
        <translation>已完成的轮数</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>When it was started</source>
        <translation>何时开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Of training, without pauses</source>
        <translation>训练所用时间，不含暂停</translation>
    </message>
    <message>
        <source>What it learns from, with the fingerprint of the data</source>
        <translation>学习所用的数据，附数据指纹</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>Optimiser, learning rate, schedule and batch</source>
        <translation>优化器、学习率、调度和批大小</translation>
    </message>
    <message>
        <source>Of the network</source>
        <translation>网络的参数数量</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>The machine that it ran on</source>
        <translation>运行所在的机器</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Yours, to be typed</source>
        <translation>您写的备注</translation>
    </message>
    <message>
        <source>Recipes of the chosen runs</source>
        <translation>所选训练的设置</translation>
    </message>
    <message>
        <source>Networks of the chosen runs</source>
        <translation>所选训练的网络</translation>
    </message>
    <message>
        <source>The recipe cannot be read.</source>
        <translation>无法读取训练设置。</translation>
    </message>
    <message>
        <source>Everything in its recipe is as usual.</source>
        <translation>其训练设置全部为默认值。</translation>
    </message>
    <message>
        <source>Choose several runs to see how their networks differ.</source>
        <translation>选择多次训练以查看其网络的不同之处。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Networks compared</source>
        <translation>网络对比</translation>
    </message>
    <message>
        <source>What is not as usual in its recipe.</source>
        <translation>其训练设置中与默认不同之处。</translation>
    </message>
    <message>
        <source>The recipes are the same.</source>
        <translation>训练设置相同。</translation>
    </message>
    <message>
        <source>The networks are the same.</source>
        <translation>网络相同。</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>无法执行</translation>
    </message>
    <message>
        <source>Open Network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>The network as it was when the run began, with its feature maps</source>
        <translation>训练开始时的网络，连同它的特征图</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What its network takes for what, image by image</source>
        <translation>它的网络把什么认作什么，逐张图像查看</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>One page of HTML: of a run its curves, maps and figures; of up to eight runs what tells them apart</source>
        <translation>一个 HTML 页面：单个运行的曲线、特征图与数据；或至多八个运行的比较</translation>
    </message>
    <message>
        <source>Star these runs, or take their stars away</source>
        <translation>为这些训练加上或去掉星标</translation>
    </message>
    <message>
        <source>Move these runs to the bin</source>
        <translation>将这些训练移到回收站</translation>
    </message>
    <message>
        <source>Undo Delete</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Take what was deleted last out of the bin</source>
        <translation>从回收站取回最后删除的内容</translation>
    </message>
    <message>
        <source>Star or Not</source>
        <translation>加或去星标</translation>
    </message>
    <message>
        <source>Write TensorBoard Files</source>
        <translation>写出 TensorBoard 文件</translation>
    </message>
    <message>
        <source>Write Note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Write Report…</source>
        <translation>写出报告…</translation>
    </message>
    <message>
        <source>“{name}” is being trained. Stop it before you delete it.</source>
        <translation>“{name}”正在训练。请先停止再删除。</translation>
    </message>
    <message>
        <source>“{name}” waits in the queue. Take it out there.</source>
        <translation>“{name}”正在队列中等待。请先在那里将它移出。</translation>
    </message>
    <message>
        <source>validation accuracy (%)</source>
        <translation>验证准确率（%）</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>validation top-5 (%)</source>
        <translation>验证前五准确率（%）</translation>
    </message>
    <message>
        <source>training accuracy (%)</source>
        <translation>训练准确率（%）</translation>
    </message>
    <message>
        <source>loss of each step, mean</source>
        <translation>每步损失，均值</translation>
    </message>
    <message>
        <source>gradient norm, mean</source>
        <translation>梯度范数，均值</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Another run is under way</source>
        <translation>另一次训练正在进行</translation>
    </message>
    <message>
        <source>Stop it to have this one shown.</source>
        <translation>请先停止它，再显示这一次。</translation>
    </message>
    <message>
        <source>The run waits for its turn.</source>
        <translation>这次训练正在排队。</translation>
    </message>
    <message>
        <source>The run cannot go on</source>
        <translation>无法继续这次训练</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss</source>
        <translation>损失使用对数刻度</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show the whole run and keep up with it</source>
        <translation>显示整个运行并跟上它</translation>
    </message>
    <message>
        <source>There are no curves to export. Train the network first.</source>
        <translation>没有可导出的曲线。请先训练网络。</translation>
    </message>
    <message>
        <source>random patterns, not real data</source>
        <translation>个随机图案，不是真实数据</translation>
    </message>
    <message>
        <source>Play through the epochs from here on</source>
        <translation>从这里开始播放各轮</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>The feature maps after the epoch with the best validation</source>
        <translation>验证结果最好的轮次之后的特征图</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>The feature maps as they are now</source>
        <translation>现在的特征图</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>sum with auxiliary</source>
        <translation>含辅助的总和</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name.</source>
        <translation>{path} 已存在。请换一个名称。</translation>
    </message>
    <message>
        <source>One channel, large beside the image; click on a channel to choose another. A double click or Enter has it fill the page</source>
        <translation>单个通道，放大显示在图像旁；点击某个通道可另选。双击或按 Enter 键可使其占满整个页面</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Show all of it again after zooming</source>
        <translation>缩放之后重新显示全部</translation>
    </message>
    <message>
        <source>Save the picture as PNG or the values as CSV</source>
        <translation>把图片存为 PNG，或把数值存为 CSV</translation>
    </message>
    <message>
        <source>Select a node while training to see its feature maps</source>
        <translation>训练时选择节点可看到其特征图</translation>
    </message>
    <message>
        <source>There are no feature maps to export. {EMPTY}.</source>
        <translation>没有可导出的特征图。{EMPTY}。</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>选择图像</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of menus, dialogs, problems and the help of layers.</source>
        <translation>菜单、对话框、问题和层的帮助所用的语言。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The colours of the window and the canvas.</source>
        <translation>窗口和画布的颜色。</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>界面大小</translation>
    </message>
    <message>
        <source>Texts, icons and fields; the canvas has a zoom of its own.</source>
        <translation>文字、图标和输入框；画布有自己的缩放。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>What moves glides to its new place, so that the eye can follow.</source>
        <translation>移动的东西滑到新位置，让眼睛跟得上。</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Teach a shortcut after the slow way was taken three times.</source>
        <translation>绕远路做了三次之后，告诉你快捷键。</translation>
    </message>
    <message>
        <source>The wheel zooms</source>
        <translation>滚轮缩放</translation>
    </message>
    <message>
        <source>Off: the wheel scrolls, and zooms with Ctrl held. Two fingers on a touchpad always scroll.</source>
        <translation>关闭时：滚轮滚动，按住 Ctrl 则缩放。触摸板上的双指总是滚动。</translation>
    </message>
    <message>
        <source>Snapping</source>
        <translation>吸附</translation>
    </message>
    <message>
        <source>What is dragged comes into line with the grid and its neighbours.</source>
        <translation>拖动的内容与网格和邻近节点对齐。</translation>
    </message>
    <message>
        <source>Drop into wires</source>
        <translation>放入连线</translation>
    </message>
    <message>
        <source>A layer that is dropped on a wire is put into it. Alt held leaves the wire alone.</source>
        <translation>放到连线上的层会插入其中。按住 Alt 则不动连线。</translation>
    </message>
    <message>
        <source>Join near cards</source>
        <translation>靠近即连接</translation>
    </message>
    <message>
        <source>A card that is dragged near another is wired to it. Alt held leaves it alone.</source>
        <translation>把卡片拖到另一张附近即自动连线。按住 Alt 则不连。</translation>
    </message>
    <message>
        <source>Search where a wire ends</source>
        <translation>在连线末端搜索</translation>
    </message>
    <message>
        <source>A wire that is let go over nothing asks what is to stand there.</source>
        <translation>在空处松开连线时，询问那里要放什么。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The whole network in the corner, while not all of it is in view.</source>
        <translation>没有显示全部时，在角落显示整个网络。</translation>
    </message>
    <message>
        <source>Keep unsaved work</source>
        <translation>保留未保存的工作</translation>
    </message>
    <message>
        <source>Two seconds after a change what is open is kept aside, and comes back after a crash. Files change only when they are saved.</source>
        <translation>更改两秒后，打开的内容会另行保留，崩溃后可恢复。文件只在保存时才改变。</translation>
    </message>
    <message>
        <source>Open the tabs of the last session</source>
        <translation>打开上次的标签页</translation>
    </message>
    <message>
        <source>At the start there is again what was open when the window was closed.</source>
        <translation>启动时重新打开关闭窗口时的内容。</translation>
    </message>
    <message>
        <source>Training when the window closes</source>
        <translation>关闭窗口时的训练</translation>
    </message>
    <message>
        <source>It can go on in the background, and is shown again when Skipwire is opened.</source>
        <translation>它可以在后台继续，再次打开 Skipwire 时会重新显示。</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Published weights and sets of data may be fetched from the network when they are asked for.</source>
        <translation>应要求时可从网络获取已发布的权重和数据集。</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度深色</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>No repair is known: what to do has to be decided by hand.</source>
        <translation>没有已知的修复：须由你自己决定。</translation>
    </message>
    <message>
        <source>It goes away with the problems before it.</source>
        <translation>前面的问题解决后它会消失。</translation>
    </message>
    <message>
        <source>Read the layer's code, and trust it in the bar over the canvas.</source>
        <translation>请阅读该层的代码，并在画布上方的栏中信任它。</translation>
    </message>
    <message>
        <source>It goes away once that is known.</source>
        <translation>弄清之后它会消失。</translation>
    </message>
    <message>
        <source>Open the layer's code, and change it where it fails.</source>
        <translation>请打开该层的代码，修改出错的地方。</translation>
    </message>
    <message>
        <source>No repair is known for these problems.</source>
        <translation>这些问题没有已知的修复。</translation>
    </message>
    <message>
        <source>The run cannot be shown here</source>
        <translation>这次训练无法在这里显示</translation>
    </message>
    <message>
        <source>It is being trained in another window. Close that window and let the run go on.</source>
        <translation>它正在另一个窗口中训练。请关闭那个窗口，并让训练继续。</translation>
    </message>
    <message>
        <source>The run in the background cannot be reached</source>
        <translation>无法连接后台的训练</translation>
    </message>
    <message>
        <source>Bring the network of this run to the front</source>
        <translation>将这次训练的网络显示到最前面</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最先</translation>
    </message>
    <message>
        <source>Train this run next</source>
        <translation>接下来就训练它</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Before the run above it (Alt+Up)</source>
        <translation>移到上面一个之前（Alt+Up）</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Behind the run below it (Alt+Down)</source>
        <translation>移到下面一个之后（Alt+Down）</translation>
    </message>
    <message>
        <source>Out of the queue, and into the bin (Delete)</source>
        <translation>移出队列并放入回收站（Delete）</translation>
    </message>
    <message>
        <source>Undo Remove</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Into the queue again, at its end</source>
        <translation>重新加入队列，排在末尾</translation>
    </message>
    <message>
        <source>This run is being trained already.</source>
        <translation>这次训练已在进行中。</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>“{name}” has no folder of PNG or JPEG images in it; each class needs one.</source>
        <translation>“{name}”中没有 PNG 或 JPEG 图像的文件夹；每个类别都需要一个。</translation>
    </message>
    <message>
        <source>“{name}” has no images with labels that can be read. It needs the columns path and label.</source>
        <translation>“{name}” 中没有可读取的带标签图像。需要 path 和 label 两列。</translation>
    </message>
    <message>
        <source>“{name}” has no images with labels that can be read. It needs the arrays x and y.</source>
        <translation>“{name}” 中没有可读取的带标签图像。需要数组 x 和 y。</translation>
    </message>
    <message>
        <source>drop note</source>
        <translation>drop note</translation>
    </message>
    <message>
        <source>Restore Version</source>
        <translation>还原版本</translation>
    </message>
    <message>
        <source>On average it is {sure} sure and {right} right; off by {error} in the bins.</source>
        <translation>平均置信度为 {sure}，正确率为 {right}；各分组平均相差 {error}。</translation>
    </message>
    <message>
        <source>Choose an image to see what the network makes of it, or drop one of your own here.</source>
        <translation>请选择一张图像查看网络如何判断，或把自己的图像拖放到这里。</translation>
    </message>
    <message>
        <source>Hiding the brightest place lowers the score of “{name}” by {fall}.</source>
        <translation>遮住最亮处会使“{name}”的得分降低 {fall}。</translation>
    </message>
    <message>
        <source>No node of this network gives maps; choose another explanation.</source>
        <translation>此网络没有输出特征图的节点；请选择其他解释方式。</translation>
    </message>
    <message>
        <source>Hiding the brightest place makes “{name}” {factor} times less likely.</source>
        <translation>遮住最亮处会使“{name}”的可能性降为 {factor} 分之一。</translation>
    </message>
    <message>
        <source>What at “{node}” speaks for “{name}”; at most {peak}.</source>
        <translation>“{node}”处支持“{name}”的内容；最大为 {peak}。</translation>
    </message>
    <message>
        <source>Image alone</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>The image as the network is given it</source>
        <translation>提供给网络的图像本身</translation>
    </message>
    <message>
        <source>Where the chosen node sees what speaks for the class</source>
        <translation>所选节点在哪里看到支持该类别的内容</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <source>The pixels that the score of the class depends on most</source>
        <translation>对该类别得分影响最大的像素</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Where the score of the class falls once a patch is covered</source>
        <translation>遮住一小块后该类别得分下降之处</translation>
    </message>
    <message>
        <source>What the network makes of an image file, which can be dropped or pasted, too</source>
        <translation>网络如何判断一个图像文件；也可以拖放或粘贴</translation>
    </message>
    <message>
        <source>Back to the Present Run</source>
        <translation>回到当前训练</translation>
    </message>
    <message>
        <source>Leave the past run that is shown</source>
        <translation>离开所显示的以往训练</translation>
    </message>
    <message>
        <source>Own Image…</source>
        <translation>自己的图像…</translation>
    </message>
    <message>
        <source>All predictions as CSV, or the picture at the left as PNG</source>
        <translation>所有预测存为 CSV，或左侧图片存为 PNG</translation>
    </message>
    <message>
        <source>Image {number}: “{actual}”, taken for “{predicted}” ({score}, loss {loss})</source>
        <translation>图像 {number}：“{actual}”，被认作“{predicted}”（{score}，损失 {loss}）</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Least certain</source>
        <translation>最不确定</translation>
    </message>
    <message>
        <source>One cell</source>
        <translation>单个单元格</translation>
    </message>
    <message>
        <source>One class</source>
        <translation>单个类别</translation>
    </message>
    <message>
        <source>Taken for one class</source>
        <translation>被认作单个类别</translation>
    </message>
    <message>
        <source>“{actual}” taken for “{predicted}”: {images}</source>
        <translation>“{actual}”被认作“{predicted}”：{images}</translation>
    </message>
    <message>
        <source>Taken for “{name}”: {images}, the greatest loss first</source>
        <translation>被认作“{name}”：{images}，损失最大的在前</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Percent of the actual class</source>
        <translation>占实际类别的百分比</translation>
    </message>
    <message>
        <source>Percent of the predicted class</source>
        <translation>占预测类别的百分比</translation>
    </message>
    <message>
        <source>Most confused</source>
        <translation>最易混淆</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Train the network to see what it takes for what, on which images, and why.</source>
        <translation>训练网络后，可查看它把什么认作什么、在哪些图像上，以及原因。</translation>
    </message>
    <message>
        <source>What the network makes of each image is shown after its first validation.</source>
        <translation>首次验证后会显示网络如何判断每张图像。</translation>
    </message>
    <message>
        <source>Loading the network of this run, to look at the validation images…</source>
        <translation>正在加载此次训练的网络，以查看验证图像…</translation>
    </message>
    <message>
        <source>validation image</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <source>What does the network make of it?</source>
        <translation>网络如何判断它？</translation>
    </message>
    <message>
        <source>score of {name}</source>
        <translation>{name} 的得分</translation>
    </message>
    <message>
        <source>In the order of the data</source>
        <translation>按数据中的顺序</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Of the images taken for this class, how many are of it</source>
        <translation>被认作此类别的图像中，确属此类别的比例</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Of the images of this class, how many were recognised</source>
        <translation>此类别的图像中被识别出的比例</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>How many images of this class were looked at</source>
        <translation>此类别共查看了多少张图像</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>The class that the images are of</source>
        <translation>图像所属的类别</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>被认作</translation>
    </message>
    <message>
        <source>The class that was predicted</source>
        <translation>预测出的类别</translation>
    </message>
    <message>
        <source>How many were taken for it</source>
        <translation>有多少张被认作该类别</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Of the images of the actual class</source>
        <translation>占实际类别图像的比例</translation>
    </message>
    <message>
        <source>the trained ones belong to {whose}</source>
        <translation>训练后的权重属于 {whose}</translation>
    </message>
    <message>
        <source>the trained ones were lost when their run failed</source>
        <translation>运行失败时训练后的权重已丢失</translation>
    </message>
    <message>
        <source>the drawing before your edit</source>
        <translation>你编辑之前的图</translation>
    </message>
    <message>
        <source>another document</source>
        <translation>另一个文档</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>search popup</source>
        <translation>search popup</translation>
    </message>
    <message>
        <source>&lt;span style='color:{muted}'&gt; → &lt;/span&gt;</source>
        <translation>&lt;span style='color:{muted}'&gt; → &lt;/span&gt;</translation>
    </message>
    <message>
        <source>&lt;table cellspacing='0' cellpadding='1'&gt;{x}&lt;/table&gt;</source>
        <translation>&lt;table cellspacing='0' cellpadding='1'&gt;{x}&lt;/table&gt;</translation>
    </message>
    <message>
        <source>{_kind} has no “{name}”. It has: {known}.</source>
        <translation>{_kind} 没有“{name}”。它有：{known}。</translation>
    </message>
    <message>
        <source>{_kind} is a layer; only a block repeats.</source>
        <translation>{_kind} 是层；只有模块可以重复。</translation>
    </message>
    <message>
        <source>A block repeats 1 to {MAX_REPEAT} times.</source>
        <translation>模块可重复 1 到 {MAX_REPEAT} 次。</translation>
    </message>
    <message>
        <source>{_kind} has no parameters.</source>
        <translation>{_kind} 没有参数。</translation>
    </message>
    <message>
        <source>There is no parameter left for “{word}”.</source>
        <translation>没有剩下的参数给“{word}”。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Mouse: add and wire</source>
        <translation>鼠标：添加和连线</translation>
    </message>
    <message>
        <source>Mouse: select and move</source>
        <translation>鼠标：选择和移动</translation>
    </message>
    <message>
        <source>Mouse: move about</source>
        <translation>鼠标：四处移动</translation>
    </message>
    <message>
        <source>Keys on the canvas</source>
        <translation>画布上的按键</translation>
    </message>
    <message>
        <source>Search for what to add</source>
        <translation>搜索要添加的内容</translation>
    </message>
    <message>
        <source>Double click on the empty canvas</source>
        <translation>双击空画布</translation>
    </message>
    <message>
        <source>Add what is there</source>
        <translation>添加现有的内容</translation>
    </message>
    <message>
        <source>Drag from the palette</source>
        <translation>从面板拖来</translation>
    </message>
    <message>
        <source>Insert a layer into a wire</source>
        <translation>把层插入连线</translation>
    </message>
    <message>
        <source>Drop it on the wire</source>
        <translation>放到连线上</translation>
    </message>
    <message>
        <source>Draw a wire</source>
        <translation>画连线</translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation>从端口拖动</translation>
    </message>
    <message>
        <source>Draw several wires at once</source>
        <translation>一次画几条连线</translation>
    </message>
    <message>
        <source>Drag from a port of several selected nodes</source>
        <translation>从几个所选节点之一的端口拖动</translation>
    </message>
    <message>
        <source>Search for what fits a wire</source>
        <translation>搜索适合连线的内容</translation>
    </message>
    <message>
        <source>Let the wire go over the empty canvas</source>
        <translation>在空画布上松开连线</translation>
    </message>
    <message>
        <source>Lead the end of a wire elsewhere</source>
        <translation>把连线的一端移到别处</translation>
    </message>
    <message>
        <source>Drag the wire near its end</source>
        <translation>在靠近端点处拖动连线</translation>
    </message>
    <message>
        <source>Lead all wires of a port elsewhere</source>
        <translation>把一个端口的全部连线移到别处</translation>
    </message>
    <message>
        <source>Ctrl and drag from the port</source>
        <translation>按住 Ctrl 从端口拖动</translation>
    </message>
    <message>
        <source>Break the wires of a port</source>
        <translation>断开一个端口的连线</translation>
    </message>
    <message>
        <source>Alt and drag from the port</source>
        <translation>按住 Alt 从端口拖动</translation>
    </message>
    <message>
        <source>Cut wires with a stroke</source>
        <translation>一笔切断连线</translation>
    </message>
    <message>
        <source>Ctrl and drag with the right button, or Y held and drag</source>
        <translation>按住 Ctrl 用右键拖动，或按住 Y 拖动</translation>
    </message>
    <message>
        <source>Lead wires through one point</source>
        <translation>让连线经过同一点</translation>
    </message>
    <message>
        <source>Shift and drag with the right button</source>
        <translation>按住 Shift 用右键拖动</translation>
    </message>
    <message>
        <source>Add a point that a wire runs through</source>
        <translation>添加连线经过的点</translation>
    </message>
    <message>
        <source>Double click on the wire, or Alt and drag it</source>
        <translation>双击连线，或按住 Alt 拖动它</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Select more, or less</source>
        <translation>多选或少选</translation>
    </message>
    <message>
        <source>Shift or Ctrl and click</source>
        <translation>按住 Shift 或 Ctrl 单击</translation>
    </message>
    <message>
        <source>Select all in a box</source>
        <translation>选择方框中的全部</translation>
    </message>
    <message>
        <source>Drag over the empty canvas</source>
        <translation>在空画布上拖动</translation>
    </message>
    <message>
        <source>Move what is selected</source>
        <translation>移动所选内容</translation>
    </message>
    <message>
        <source>Drag a card</source>
        <translation>拖动卡片</translation>
    </message>
    <message>
        <source>Move without snapping</source>
        <translation>移动而不吸附</translation>
    </message>
    <message>
        <source>Alt or Ctrl held while dragging</source>
        <translation>拖动时按住 Alt 或 Ctrl</translation>
    </message>
    <message>
        <source>Copy what is selected to the other side</source>
        <translation>把选中的内容复制到另一侧</translation>
    </message>
    <message>
        <source>Drag it there; Shift held moves it</source>
        <translation>拖到那里；按住 Shift 则移动</translation>
    </message>
    <message>
        <source>Menu of what is here</source>
        <translation>此处内容的菜单</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>Enter a block</source>
        <translation>进入模块</translation>
    </message>
    <message>
        <source>Double click on its card</source>
        <translation>双击其卡片</translation>
    </message>
    <message>
        <source>Edit the text of a note or frame</source>
        <translation>编辑便签或框的文字</translation>
    </message>
    <message>
        <source>Double click on it</source>
        <translation>双击它</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视野</translation>
    </message>
    <message>
        <source>Drag with the middle button, or with Space held</source>
        <translation>用中键拖动，或按住空格拖动</translation>
    </message>
    <message>
        <source>Move the view by touchpad</source>
        <translation>用触摸板移动视野</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>双指</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Turn the wheel, or pinch</source>
        <translation>转动滚轮，或双指捏合</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>到某个位置</translation>
    </message>
    <message>
        <source>Click or drag in the overview</source>
        <translation>在概览中单击或拖动</translation>
    </message>
    <message>
        <source>Show a network on the other side</source>
        <translation>在另一侧显示网络</translation>
    </message>
    <message>
        <source>Drag its tab there, or to an edge</source>
        <translation>把标签页拖到那里，或拖到边缘</translation>
    </message>
    <message>
        <source>Tab, or tap Space</source>
        <translation>Tab，或轻按空格</translation>
    </message>
    <message>
        <source>Walk along the wires</source>
        <translation>沿连线走动</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Extend the selection along the wires</source>
        <translation>沿连线扩展选择</translation>
    </message>
    <message>
        <source>Shift and arrow keys</source>
        <translation>Shift 加方向键</translation>
    </message>
    <message>
        <source>Alt and arrow keys, with Shift ten steps</source>
        <translation>Alt 加方向键，再加 Shift 为十步</translation>
    </message>
    <message>
        <source>Enter a block, or edit a layer</source>
        <translation>进入模块，或编辑层</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Leave the block</source>
        <translation>离开模块</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Select nothing, or end what is under way</source>
        <translation>取消选择，或结束正在进行的操作</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Menu of what is selected</source>
        <translation>所选内容的菜单</translation>
    </message>
    <message>
        <source>Menu key, or Shift+F10</source>
        <translation>菜单键，或 Shift+F10</translation>
    </message>
    <message>
        <source>Leave the canvas</source>
        <translation>离开画布</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Table of images</source>
        <translation>图像表格</translation>
    </message>
    <message>
        <source>Arrays of NumPy</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>Files of MNIST's kind</source>
        <translation>MNIST 类文件</translation>
    </message>
    <message>
        <source>Files of CIFAR</source>
        <translation>CIFAR 文件</translation>
    </message>
    <message>
        <source>Folder of Classes…</source>
        <translation>按类别分的文件夹…</translation>
    </message>
    <message>
        <source>A folder with one folder of PNG or JPEG images for each class, perhaps in train and val</source>
        <translation>每个类别各有一个 PNG 或 JPEG 图像子文件夹的文件夹，也可分为 train 和 val</translation>
    </message>
    <message>
        <source>Table of Images (.csv)…</source>
        <translation>图像表格（.csv）…</translation>
    </message>
    <message>
        <source>A table with a column path and a column label, perhaps with a column split</source>
        <translation>含 path 列和 label 列的表格，也可另有 split 列</translation>
    </message>
    <message>
        <source>“{name}” is no table. Choose a .csv or .tsv file with the columns path and label.</source>
        <translation>“{name}”不是表格。请选择含 path 列和 label 列的 .csv 或 .tsv 文件。</translation>
    </message>
    <message>
        <source>Arrays of NumPy (.npz)…</source>
        <translation>NumPy 数组（.npz）…</translation>
    </message>
    <message>
        <source>Arrays x and y, perhaps x_val and y_val, as numpy.savez writes them</source>
        <translation>由 numpy.savez 写入的数组 x 和 y，也可另有 x_val 和 y_val</translation>
    </message>
    <message>
        <source>“{name}” holds no arrays. Choose an .npz file with arrays x and y.</source>
        <translation>“{name}”中没有数组。请选择含数组 x 和 y 的 .npz 文件。</translation>
    </message>
    <message>
        <source>Files of MNIST or Fashion-MNIST…</source>
        <translation>MNIST 或 Fashion-MNIST 文件…</translation>
    </message>
    <message>
        <source>The folder with train-images-idx3-ubyte and the files that belong to it, packed or not</source>
        <translation>含 train-images-idx3-ubyte 及其配套文件的文件夹，压缩与否均可</translation>
    </message>
    <message>
        <source>“{name}” has no files such as train-images-idx3-ubyte.gz with their labels.</source>
        <translation>“{name}”中没有 train-images-idx3-ubyte.gz 之类的文件及其标签。</translation>
    </message>
    <message>
        <source>Files of CIFAR-10 or CIFAR-100…</source>
        <translation>CIFAR-10 或 CIFAR-100 文件…</translation>
    </message>
    <message>
        <source>The folder with data_batch_1 and the files that belong to it, in either version</source>
        <translation>含 data_batch_1 及其配套文件的文件夹，两种版本均可</translation>
    </message>
    <message>
        <source>“{name}” has no files of CIFAR, such as data_batch_1.bin. Unpack the archive first.</source>
        <translation>“{name}”中没有 data_batch_1.bin 之类的 CIFAR 文件。请先解压归档。</translation>
    </message>
    <message>
        <source>One Image to Look At…</source>
        <translation>一张用于查看的图像…</translation>
    </message>
    <message>
        <source>A PNG or JPEG file, to see its feature maps; nothing is learned</source>
        <translation>一个 PNG 或 JPEG 文件，用于查看其特征图；不进行学习</translation>
    </message>
    <message>
        <source>“{name}” is no PNG or JPEG image.</source>
        <translation>“{name}”不是 PNG 或 JPEG 图像。</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Skipwire {__version__}&lt;/h3&gt;{x}</source>
        <translation>&lt;h3&gt;Skipwire {__version__}&lt;/h3&gt;{x}</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>QToolButton {{ color: {colour}; }}</source>
        <translation>QToolButton {{ color: {colour}; }}</translation>
    </message>
    <message>
        <source>color: {error};</source>
        <translation>color: {error};</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>By block</source>
        <translation>按模块</translation>
    </message>
    <message>
        <source>By node</source>
        <translation>按节点</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Break pool1</source>
        <translation>破坏 pool1</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Every card is a layer, every wire carries a tensor. Drag a layer, such as Dropout2d, from the palette onto a wire: it is put into it. Or double click on the empty canvas and type its name.</source>
        <translation>每张卡片是一个层，每条连线传送一个张量。把一个层（例如 Dropout2d）从面板拖到连线上：它会插入其中。也可双击空画布并输入它的名称。</translation>
    </message>
    <message>
        <source>Mend a problem</source>
        <translation>修复问题</translation>
    </message>
    <message>
        <source>The window of pool1 was just made larger than its input. What does not fit is told at once, with repairs that were tried. Choose one, such as the first.</source>
        <translation>pool1 的窗口刚刚变得比它的输入还大。不合适之处会立即指出，并给出试过的修复。请选择一个，例如第一个。</translation>
    </message>
    <message>
        <source>An Inception module is a network of its own. Double click on the card, or press Enter while it is selected. Backspace leaves it again.</source>
        <translation>Inception 模块本身就是一个网络。双击卡片，或选中它后按回车。按 Backspace 离开。</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>训练它</translation>
    </message>
    <message>
        <source>Press Train: the network learns to read digits, in a process of its own. Watch the loss below, and the feature maps on the cards.</source>
        <translation>按“训练”：网络在独立的进程中学习读数字。可在下方观察损失，在卡片上观察特征图。</translation>
    </message>
    <message>
        <source>Read the code</source>
        <translation>阅读代码</translation>
    </message>
    <message>
        <source>What is drawn is a PyTorch module that needs nothing else. Bring the code to the front: its tab is below, or press its keys. A line that is clicked shows its node.</source>
        <translation>画出的内容就是一个不需要其他东西的 PyTorch 模块。请把代码移到前面：它的标签页在下方，也可按它的键。单击一行会显示其节点。</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>保存它</translation>
    </message>
    <message>
        <source>Save the network with its recipe. Unsaved work is kept aside anyway, and comes back after a crash. F1 lists every shortcut.</source>
        <translation>把网络连同方案一起保存。未保存的工作总会另行保留，崩溃后可恢复。按 F1 列出所有快捷键。</translation>
    </message>
    <message>
        <source>Mend pool1</source>
        <translation>修复 pool1</translation>
    </message>
    <message>
        <source>Random patterns in the shape of the input: not real data, only to see it learn.</source>
        <translation>与输入形状相同的随机图样：不是真实数据，只为看它学习。</translation>
    </message>
    <message>
        <source>digits: 1,797 grey images of 8 × 8, built in. shapes: eight kinds of figures, drawn at any size, as many as you like. files: on disk: PNG and JPEG files in one folder for each class; or the original files of MNIST, Fashion-MNIST, CIFAR-10 or CIFAR-100; or a .csv of paths and labels; or a .npz of arrays x and y. photographs: two of them, to see the feature maps of; nothing is learned. synthetic: random patterns for as many classes as the network has, to try it on.</source>
        <translation>数字：1,797 张 8 × 8 灰度图像，内置。形状：八种图形，可按任意尺寸、任意数量绘制。文件：磁盘上的数据：每个类别各有一个文件夹的 PNG 和 JPEG 文件；或 MNIST、Fashion-MNIST、CIFAR-10、CIFAR-100 的原始文件；或列出路径和标签的 .csv；或含数组 x 和 y 的 .npz。照片：两张照片，用于查看特征图，不进行学习。合成：随机图案，类别数与网络相同，用于试验。</translation>
    </message>
    <message>
        <source>note data</source>
        <translation>note data</translation>
    </message>
    <message>
        <source>There is no folder or file of data “{x}”. Choose one that exists.</source>
        <translation>没有名为“{x}”的数据文件夹或文件。请选择一个存在的。</translation>
    </message>
    <message>
        <source>Choose a folder or a file, or have a set downloaded.</source>
        <translation>请选择文件夹或文件，或下载数据集。</translation>
    </message>
    <message>
        <source>Looking into the data…</source>
        <translation>正在查看数据…</translation>
    </message>
    <message>
        <source>The data is shown once the network has no problems.</source>
        <translation>网络没有问题之后显示数据。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Precision and device</source>
        <translation>精度与设备</translation>
    </message>
    <message>
        <source>{label} now {new}, was {old}</source>
        <translation>{label}由 {old} 改为 {new}</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Images per step: the gradient is their mean.</source>
        <translation>每步的图像数：梯度是它们的平均。</translation>
    </message>
    <message>
        <source>Share of the images, between 0 and 1, that is never learnt from and only measured on.</source>
        <translation>从不学习、只用来测量的图像比例，在 0 与 1 之间。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many figures are drawn.</source>
        <translation>绘制多少个图形。</translation>
    </message>
    <message>
        <source>Own split</source>
        <translation>自带划分</translation>
    </message>
    <message>
        <source>Takes the parts for training and validation that the data itself has, where it has any.</source>
        <translation>若数据自带训练和验证的划分，则采用该划分。</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>去重</translation>
    </message>
    <message>
        <source>Leaves out of training what is among the images for validation, too.</source>
        <translation>从训练中剔除同时也在验证图像中的图像。</translation>
    </message>
    <message>
        <source>What becomes of images of another proportion than the network's. stretch: they are distorted. crop: what sticks out is lost. pad: black fills what is missing.</source>
        <translation>对与网络长宽比不同的图像的处理。stretch：拉伸变形。crop：裁掉超出的部分。pad：缺少的部分填黑。</translation>
    </message>
    <message>
        <source>Takes the first so many classes of the data; 0: all. Of more than it has, the rest have no image.</source>
        <translation>取数据中的前若干个类别；0 表示全部。多于数据所有时，其余类别没有图像。</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>读取进程</translation>
    </message>
    <message>
        <source>Threads that read images ahead; 0 takes as many as help.</source>
        <translation>提前读取图像的线程数；0 表示有用多少取多少。</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Mirrors one image in two, sideways or upside down.</source>
        <translation>每两张图像镜像一张，左右或上下。</translation>
    </message>
    <message>
        <source>Pads the image by so many pixels, and cuts it out again at a random place.</source>
        <translation>给图像填充这么多像素，再在随机位置裁出原大小。</translation>
    </message>
    <message>
        <source>Moves the image by up to this share of its side.</source>
        <translation>将图像最多平移边长的这一比例。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turns the image by up to so many degrees to either side.</source>
        <translation>将图像向任一侧最多旋转这么多度。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Makes the image larger or smaller by up to this share.</source>
        <translation>将图像最多放大或缩小这一比例。</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Makes the image lighter or darker by up to this share.</source>
        <translation>将图像最多调亮或调暗这一比例。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Changes the contrast by up to this share.</source>
        <translation>对比度最多改变这一比例。</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Changes how strong the colours are by up to this share.</source>
        <translation>颜色的浓淡最多改变这一比例。</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>Turns the colours by up to this share of the colour wheel.</source>
        <translation>颜色最多转过色轮的这一比例。</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>光照</translation>
    </message>
    <message>
        <source>Noise along the main directions of the colours (Krizhevsky, 2012), in deviations.</source>
        <translation>沿颜色主方向的噪声（Krizhevsky，2012），以标准差计。</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>随机遮挡</translation>
    </message>
    <message>
        <source>Blanks a square with this share of the side (DeVries, 2017).</source>
        <translation>遮去边长为此比例的方块（DeVries，2017）。</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup 混合</translation>
    </message>
    <message>
        <source>Mixes two images and their labels; alpha of the Beta distribution.</source>
        <translation>混合两张图像及其标签；值为 Beta 分布的 alpha。</translation>
    </message>
    <message>
        <source>Cutmix</source>
        <translation>CutMix 拼贴</translation>
    </message>
    <message>
        <source>Pastes a piece of one image into another, and mixes the labels; alpha of the Beta distribution.</source>
        <translation>将一张图像的一块贴到另一张上，并混合标签；值为 Beta 分布的 alpha。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>增强策略</translation>
    </message>
    <message>
        <source>Random transforms of many kinds: trivial is TrivialAugment (Müller, 2021), rand is RandAugment (Cubuk, 2020). They need the package kornia.</source>
        <translation>多种随机变换：trivial 是 TrivialAugment（Müller，2021），rand 是 RandAugment（Cubuk，2020）。它们需要软件包 kornia。</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>data: by the mean and deviation of the training images. given: by those below. none: values from 0 to 1.</source>
        <translation>data：按训练图像的均值与标准差。given：按下面给出的。none：取 0 到 1 的值。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Of each channel, of values from 0 to 1.</source>
        <translation>每个通道一个，对应 0 到 1 的值。</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>sgd: stochastic gradient descent with momentum. adam: Adam (Kingma and Ba, 2015). adamw: Adam with decoupled weight decay (Loshchilov and Hutter, 2019). rmsprop: steps by the size of recent gradients (Hinton, 2012). adagrad: by that of all gradients so far (Duchi, 2011).</source>
        <translation>sgd：带动量的随机梯度下降。adam：Adam（Kingma 与 Ba，2015）。adamw：解耦权重衰减的 Adam（Loshchilov 与 Hutter，2019）。rmsprop：按近期梯度的大小调整步长（Hinton，2012）。adagrad：按至今全部梯度的大小调整（Duchi，2011）。</translation>
    </message>
    <message>
        <source>Size of a step. Too large diverges, too small is slow.</source>
        <translation>一步的大小。太大会发散，太小则慢。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the former step that is kept in the next.</source>
        <translation>上一步中保留到下一步的比例。</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Takes the gradient where the momentum leads to (Nesterov, 1983).</source>
        <translation>在动量将要到达之处求梯度（Nesterov，1983）。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pull of the weights towards zero; 0 is none.</source>
        <translation>把权重拉向零的力度；0 为没有。</translation>
    </message>
    <message>
        <source>Decay norms</source>
        <translation>衰减归一化层</translation>
    </message>
    <message>
        <source>Whether the decay pulls on norms and biases, too.</source>
        <translation>权重衰减是否也作用于归一化层与偏置。</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Greatest norm of the gradient; a longer one is shortened. 0: any.</source>
        <translation>梯度范数的上限；更长的会被缩短。0：不限。</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step: a larger batch in the same memory.</source>
        <translation>每一步之前累加梯度的批数：以同样的内存得到更大的批量。</translation>
    </message>
    <message>
        <source>How often the training images are gone through.</source>
        <translation>训练图像被过多少遍。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Ends the run after so many steps; 0: after the epochs.</source>
        <translation>运行在这么多步之后结束；0：按轮数结束。</translation>
    </message>
    <message>
        <source>cosine: the rate falls to zero along half a cosine. constant: it stays. step: it is multiplied by the factor every so many epochs. one-cycle: it rises and falls along cosines. plateau: it is multiplied by the factor when the validation stands still.</source>
        <translation>cosine：学习率沿半个余弦降到零。constant：保持不变。step：每隔若干轮乘以系数。one-cycle：沿余弦上升再下降。plateau：验证停滞时乘以系数。</translation>
    </message>
    <message>
        <source>Warmup</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Share of the run over which the rate rises, at most a half.</source>
        <translation>学习率上升所占运行的比例，至多一半。</translation>
    </message>
    <message>
        <source>Step every</source>
        <translation>降低间隔</translation>
    </message>
    <message>
        <source>Epochs from one lowering of the rate to the next.</source>
        <translation>两次降低学习率之间的轮数。</translation>
    </message>
    <message>
        <source>What the rate is multiplied by when it is lowered.</source>
        <translation>降低学习率时所乘的系数。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Epochs that may pass without a lower loss in the validation.</source>
        <translation>验证损失没有降低时可以经过的轮数。</translation>
    </message>
    <message>
        <source>cross-entropy: one class an image. bce: binary cross-entropy, each class by itself. mse: mean squared error against 1 for the class and 0 for the others.</source>
        <translation>cross-entropy：每张图像一个类别。bce：二元交叉熵，各类别独立。mse：均方误差，正确类别为 1，其余为 0。</translation>
    </message>
    <message>
        <source>Share of the label that is spread over all classes (Szegedy, 2016).</source>
        <translation>标签中均摊到所有类别的比例（Szegedy，2016）。</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>类别均衡</translation>
    </message>
    <message>
        <source>Weighs the classes so that rare ones count as much as frequent ones.</source>
        <translation>给类别加权，使少见的与常见的同样重要。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>A number for each class, in their order: 1, 2, 0.5</source>
        <translation>按顺序每个类别一个数：1, 2, 0.5</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where to train. auto takes cuda, else mps, else cpu.</source>
        <translation>在哪里训练。auto 依次选用 cuda、mps、cpu。</translation>
    </message>
    <message>
        <source>auto: compute in 16 bits where that is safe: faster, with less memory; on cuda only. float32: in 32 bits throughout. float16, bfloat16: in these where torch can.</source>
        <translation>auto：在安全之处以 16 位计算，更快，也更省内存；仅限 cuda。float32：全程以 32 位计算。float16、bfloat16：在 torch 支持之处以其计算。</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Copies of the network that learn together, each from its part of every batch: on a GPU each, or all on the CPU.</source>
        <translation>一起学习的网络副本，每个学习每批中自己的一份：每个用一块 GPU，或全部用 CPU。</translation>
    </message>
    <message>
        <source>Joint norms</source>
        <translation>联合归一化</translation>
    </message>
    <message>
        <source>Batch normalisation over the whole batch, not over the part of each process; on cuda only.</source>
        <translation>在整批上做批归一化，而不是在每个进程的那一份上；仅限 cuda。</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>Keeps the channels of a pixel side by side: faster on some devices.</source>
        <translation>将像素的各通道并排存放：在某些设备上更快。</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>The network is compiled first: a slow start, then faster steps.</source>
        <translation>网络先经编译：开始较慢，之后每步更快。</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>确定性</translation>
    </message>
    <message>
        <source>Only algorithms that give the same numbers every time; slower on cuda.</source>
        <translation>只用每次得到相同数值的算法；在 cuda 上较慢。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Start of the random numbers. The same seed on CPU gives the same numbers.</source>
        <translation>随机数的起点。在 CPU 上同一种子给出同样的数。</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>What is kept at each step of the moving average of the weights, which is validated then; 0.999 is usual. 0: no average.</source>
        <translation>权重滑动平均每步保留的比例，验证时用平均后的权重；常用 0.999。0：不平均。</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Ends the run after so many epochs without a better one; 0: never.</source>
        <translation>连续这么多轮没有更好的结果就结束运行；0：从不。</translation>
    </message>
    <message>
        <source>Keep best</source>
        <translation>保留最佳</translation>
    </message>
    <message>
        <source>Keeps the weights of the best epoch, too.</source>
        <translation>同时保留最佳一轮的权重。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Minutes from one checkpoint to the next; 0: after epochs only.</source>
        <translation>两个检查点之间的分钟数；0：仅在每轮之后。</translation>
    </message>
    <message>
        <source>Writes an event file for TensorBoard beside the run.</source>
        <translation>在运行旁写入 TensorBoard 事件文件。</translation>
    </message>
    <message>
        <source>Peak learning rate now {new}, was {old}</source>
        <translation>学习率峰值由 {old} 改为 {new}</translation>
    </message>
    <message>
        <source>must be less than {lt}, not {value}</source>
        <translation>必须小于 {lt}，而不是 {value}</translation>
    </message>
    <message>
        <source>The loss fell at none of these rates, so that none is suggested. Look whether the labels are right and the network learns at all, or click into the plot to choose.</source>
        <translation>这些学习率下损失都没有下降，因此没有推荐。请检查标签是否正确、网络是否能学习，或单击图中自行选择。</translation>
    </message>
    <message>
        <source>No learning rate can be looked for</source>
        <translation>无法查找学习率</translation>
    </message>
    <message>
        <source>The network does not fit the data yet</source>
        <translation>网络还不适合这些数据</translation>
    </message>
    <message>
        <source>note fit</source>
        <translation>note fit</translation>
    </message>
    <message>
        <source>note room</source>
        <translation>note room</translation>
    </message>
    <message>
        <source>Batch size: {most} {device} with {x}.</source>
        <translation>批次大小：{device}({x})上 {most}。</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>没有这样名称的设置。</translation>
    </message>
    <message>
        <source>Every setting is as usual.</source>
        <translation>所有设置均为默认值。</translation>
    </message>
    <message>
        <source>at most {x} fit</source>
        <translation>最多容纳 {x}</translation>
    </message>
    <message>
        <source>not even 1 fits</source>
        <translation>连 1 个也容纳不下</translation>
    </message>
    <message>
        <source>The training process is of another version of Skipwire (its protocol is {protocol}, ours {PROTOCOL}). Open the run with that version, or end process {process_id}.</source>
        <translation>训练进程来自另一个版本的 Skipwire（其协议为 {protocol}，本版本为 {PROTOCOL}）。请用那个版本打开这次训练，或结束进程 {process_id}。</translation>
    </message>
    <message>
        <source>The training process does not answer.</source>
        <translation>训练进程没有响应。</translation>
    </message>
    <message>
        <source>The training process sent something unreadable. {error}</source>
        <translation>训练进程发来无法读取的内容。{error}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Share that is set to zero at random, in training</source>
        <translation>训练时随机置零的比例</translation>
    </message>
    <message>
        <source>Dropout of {nodes} now {value}, was {old}</source>
        <translation>{nodes} 的丢弃比例由 {old} 改为 {value}</translation>
    </message>
    <message>
        <source>Change in mid-run</source>
        <translation>运行中更改</translation>
    </message>
    <message>
        <source>Select a node to see its feature maps</source>
        <translation>选择节点可看到其特征图</translation>
    </message>
    <message>
        <source>Before your edit this node was not there, or gave another shape</source>
        <translation>你编辑之前没有此节点，或它给出别的形状</translation>
    </message>
    <message>
        <source>The feature maps of this node were not kept</source>
        <translation>这个节点的特征图没有保留</translation>
    </message>
    <message>
        <source>Waiting for the first feature maps</source>
        <translation>正在等待第一批特征图</translation>
    </message>
    <message>
        <source>of the drawing before your edit</source>
        <translation>你编辑之前的图的运行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Probes' share</source>
        <translation>探测占比</translation>
    </message>
    <message>
        <source>Of the outputs that stay at inference, as in the validation. With the auxiliary ones it was {x} in the last epoch.</source>
        <translation>推理时保留的输出的准确率，与验证相同。含辅助输出时，上一轮为 {x}。</translation>
    </message>
    <message>
        <source>Show traceback</source>
        <translation>显示回溯</translation>
    </message>
    <message>
        <source>Hide traceback</source>
        <translation>隐藏回溯</translation>
    </message>
    <message>
        <source>The data cannot be looked into. {reason}</source>
        <translation>无法查看数据。{reason}</translation>
    </message>
    <message>
        <source>The training process cannot be started: {why}.</source>
        <translation>无法启动训练进程：{why}。</translation>
    </message>
    <message>
        <source>Waiting for the next batch to be read and augmented.</source>
        <translation>等待读取并增强下一批数据。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>The network computes its outputs, and the loss.</source>
        <translation>网络计算输出和损失。</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>The gradients, from the loss back to the inputs.</source>
        <translation>从损失到输入反向计算梯度。</translation>
    </message>
    <message>
        <source>The weights are changed.</source>
        <translation>更新权重。</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>All that is shown of the run, and its health.</source>
        <translation>显示的全部内容，以及健康检查。</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>输入和输出</translation>
    </message>
    <message>
        <source>Each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Choose the folder of your images here, or data afterwards in the Training panel.</source>
        <translation>请在这里选择你的图像文件夹，或之后在“训练”面板中选择数据。</translation>
    </message>
    <message>
        <source>{x} and {last} tell {number} classes apart. New ones for your classes take their places, and learn from the beginning.</source>
        <translation>{x} 和 {last} 区分 {number} 个类别。适合你的类别的新头部取代它们，从头学习。</translation>
    </message>
    <message>
        <source>Only the new head</source>
        <translation>只有新的头部</translation>
    </message>
    <message>
        <source>Quick, and enough for data that is much alike</source>
        <translation>快，数据相当接近时就够了</translation>
    </message>
    <message>
        <source>The last stage too</source>
        <translation>还有最后一个阶段</translation>
    </message>
    <message>
        <source>From where the maps were made smaller last</source>
        <translation>从特征图最后一次变小的地方起</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>For much data, or data that is rather different</source>
        <translation>适合数据多或差别较大的情况</translation>
    </message>
    <message>
        <source>{reason} What you prepare here is for a program of your own.</source>
        <translation>{reason}你在这里准备的内容供你自己的程序使用。</translation>
    </message>
    <message>
        <source>The recipe trains on random patterns. {_CHOOSE}</source>
        <translation>方案用随机图样训练。{_CHOOSE}</translation>
    </message>
    <message>
        <source>The recipe shows photographs, of which nothing is learned. {_CHOOSE}</source>
        <translation>方案只显示照片，不学习任何东西。{_CHOOSE}</translation>
    </message>
    <message>
        <source>{path} tells {number} classes apart. A new one for your classes takes its place, and learns from the beginning.</source>
        <translation>{path} 区分 {number} 个类别。适合你的类别的新头部取代它，从头学习。</translation>
    </message>
    <message>
        <source>It begins with the weights of {name}; the new head is new.</source>
        <translation>它从 {name} 的权重开始；新的头部是全新的。</translation>
    </message>
    <message>
        <source>No weights are loaded, so that all of it would begin by chance. Load some first, or afterwards: Network › Load Weights, or Published Weights.</source>
        <translation>没有加载权重，因此全部会从随机开始。请先加载，或之后加载：网络 › 加载权重，或公开的权重。</translation>
    </message>
    <message>
        <source>Use for my data</source>
        <translation>用于我的数据</translation>
    </message>
    <message>
        <source>“{name}” holds no folder with PNG or JPEG images.</source>
        <translation>“{name}”中没有含 PNG 或 JPEG 图像的文件夹。</translation>
    </message>
    <message>
        <source>weights: {name}, {x}</source>
        <translation>权重：{name}，{x}</translation>
    </message>
    <message>
        <source>weights: {name}, {matching}</source>
        <translation>权重：{name}，{matching}</translation>
    </message>
    <message>
        <source>The weights of {name} are still being read. Try again in a moment, or detach them.</source>
        <translation>{name} 的权重仍在读取。请稍后再试，或移除它们。</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.bin *.ckpt);;All files (*)</source>
        <translation>权重 (*.safetensors *.pth *.pt *.bin *.ckpt);；所有文件 (*)</translation>
    </message>
    <message>
        <source>Tensor of the network</source>
        <translation>网络的张量</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Tensor of the file</source>
        <translation>文件的张量</translation>
    </message>
    <message>
        <source>Shape in the file</source>
        <translation>文件中的形状</translation>
    </message>
    <message>
        <source>V{version}</source>
        <translation>V{version}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
</TS>
