<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>{what} along axis {dim} does not fit the input {x}: axis 0 is the batch, and the last is {x2}.</source>
        <translation>{what}沿轴 {dim} 不适合输入 {x}：轴 0 是批次，最后一个是 {x2}。</translation>
    </message>
    <message>
        <source>Use an axis from 1 to {x}; 1 is the channels.</source>
        <translation>请使用 1 到 {x} 的轴；1 是通道。</translation>
    </message>
    <message>
        <source>There is no layer or block named “{kind}”.{hint}</source>
        <translation>没有名为“{kind}”的层或模块。{hint}</translation>
    </message>
    <message>
        <source> Did you mean “{x}”?</source>
        <translation>是否指“{x}”？</translation>
    </message>
    <message>
        <source>what {name} does is being worked out.</source>
        <translation>正在弄清 {name} 做什么。</translation>
    </message>
    <message>
        <source>line {line} of {name}: </source>
        <translation>{name} 第 {line} 行：</translation>
    </message>
    <message>
        <source>Change the layer's code.</source>
        <translation>请修改该层的代码。</translation>
    </message>
    <message>
        <source>the code of {name} came with the file, and is not run until you trust it.</source>
        <translation>{name} 的代码随文件而来，在你信任它之前不会运行。</translation>
    </message>
    <message>
        <source>Read it, and trust it if you know what it does.</source>
        <translation>请先阅读，知道它做什么之后再信任它。</translation>
    </message>
    <message>
        <source>A layer written in this network</source>
        <translation>在本网络中编写的层</translation>
    </message>
    <message>
        <source>{name} needs the size of an axis as {name2}, and receives {x}.</source>
        <translation>{name} 需要一个轴的大小作为 {name2}，却收到 {x}。</translation>
    </message>
    <message>
        <source>Source: the code in this network.</source>
        <translation>Source: 本网络中的代码。</translation>
    </message>
    <message>
        <source>int | tuple[int, int]</source>
        <translation>int | tuple[int, int]</translation>
    </message>
    <message>
        <source>int | tuple[int, int, int]</source>
        <translation>int | tuple[int, int, int]</translation>
    </message>
    <message>
        <source>from {module} import</source>
        <translation>from {module} import</translation>
    </message>
    <message>
        <source>{name}, as the constructor takes it</source>
        <translation>{name}，与构造函数所取的相同</translation>
    </message>
    <message>
        <source>There is a second class, {name}. A custom layer is one class; make a layer of its own of the other, or put it inside.</source>
        <translation>还有第二个类 {name}。一个自定义层就是一个类；请把另一个做成单独的层，或放到里面。</translation>
    </message>
    <message>
        <source>{name} has no forward. Write `def forward(self, x: Tensor) -&gt; Tensor:`.</source>
        <translation>{name} 没有 forward。请写 `def forward(self, x: Tensor) -&gt; Tensor:`。</translation>
    </message>
    <message>
        <source>The source is longer than {MAX_SOURCE} characters.</source>
        <translation>源代码超过 {MAX_SOURCE} 个字符。</translation>
    </message>
    <message>
        <source>The constructor takes any number of {arg}, which no form can offer. Name each.</source>
        <translation>构造函数接受任意个 {arg}，表单无法提供。请逐个命名。</translation>
    </message>
    <message>
        <source>{name} needs an annotation: one of {x}.</source>
        <translation>{name} 需要类型注解：{x} 之一。</translation>
    </message>
    <message>
        <source> (for a text, list what it can be)</source>
        <translation>（对于文本，请列出可取的值）</translation>
    </message>
    <message>
        <source>{name} is {written}, and can be one of {x}{hint}.</source>
        <translation>{name} 是 {written}，可以是 {x}{hint} 之一。</translation>
    </message>
    <message>
        <source>forward takes no input. Write `def forward(self, x: Tensor) -&gt; Tensor:`.</source>
        <translation>forward 没有输入。请写 `def forward(self, x: Tensor) -&gt; Tensor:`。</translation>
    </message>
    <message>
        <source>{arg} is {written}, and what a wire brings is a Tensor. Give it a default, or make it an argument of the constructor.</source>
        <translation>{arg} 是 {written}，而连线带来的是 Tensor。请给它默认值，或改为构造函数的参数。</translation>
    </message>
    <message>
        <source>forward must return a Tensor.</source>
        <translation>forward 必须返回一个 Tensor。</translation>
    </message>
    <message>
        <source>forward returns a Tensor, or several: `-&gt; tuple[Tensor, Tensor]`, one for each.</source>
        <translation>forward 返回一个或多个 Tensor:`-&gt; tuple[Tensor, Tensor]`，每个输出一个。</translation>
    </message>
    <message>
        <source>This is not Python: {msg}.</source>
        <translation>这不是 Python：{msg}。</translation>
    </message>
    <message>
        <source>The source is nested far deeper than a layer ever is.</source>
        <translation>源代码的嵌套远比任何层都深。</translation>
    </message>
    <message>
        <source>This is not Python: {error}.</source>
        <translation>这不是 Python：{error}。</translation>
    </message>
    <message>
        <source>Import names one by one, not *.</source>
        <translation>请逐个导入名称，不要用 *。</translation>
    </message>
    <message>
        <source> as {asname}</source>
        <translation> as {asname}</translation>
    </message>
    <message>
        <source>The default of {name} must be a plain value.</source>
        <translation>{name} 的默认值必须是普通的值。</translation>
    </message>
    <message>
        <source>The default of {error}.</source>
        <translation>{error} 的默认值。</translation>
    </message>
    <message>
        <source>forward receives its inputs in order, and {arg} only by name.</source>
        <translation>forward 按顺序接收输入，{arg} 却只能按名称传入。</translation>
    </message>
    <message>
        <source>Import from a module by its whole name: the generated code stands elsewhere.</source>
        <translation>请用模块的完整名称导入：生成的代码位于别处。</translation>
    </message>
    <message>
        <source>{arg} needs a default, which is what a new node starts with. (Without one go in_channels and in_features alone, first of all: they follow from the wire.)</source>
        <translation>{arg} 需要默认值，新节点以它开始。（没有默认值的只能是排在最前面的 in_channels 和 in_features：它们由连线得出。）</translation>
    </message>
    <message>
        <source>Only imports and the class can stand here. Move this into the class.</source>
        <translation>这里只能有导入和类。请把它移到类里。</translation>
    </message>
    <message>
        <source>{arg} must be one that can be named.</source>
        <translation>{arg} 必须能按名称传入。</translation>
    </message>
    <message>
        <source>the disk is full. Free some space, or save it elsewhere</source>
        <translation>磁盘已满。请腾出空间，或保存到别处</translation>
    </message>
    <message>
        <source>your share of the disk is used up. Free some space, or save it elsewhere</source>
        <translation>你的磁盘配额已用完。请腾出空间，或保存到别处</translation>
    </message>
    <message>
        <source>the permissions there do not allow it. Choose another folder, or change them</source>
        <translation>那里的权限不允许。请选择另一个文件夹，或更改权限</translation>
    </message>
    <message>
        <source>the disk is read-only. Choose another folder</source>
        <translation>磁盘是只读的。请选择另一个文件夹</translation>
    </message>
    <message>
        <source>there is no such file or folder. Check the path</source>
        <translation>没有这个文件或文件夹。请检查路径</translation>
    </message>
    <message>
        <source>a part of the path is not a folder. Check the path</source>
        <translation>路径的一部分不是文件夹。请检查路径</translation>
    </message>
    <message>
        <source>it is a folder. Choose a file name</source>
        <translation>它是文件夹。请选择文件名</translation>
    </message>
    <message>
        <source>it would be larger than this disk or account allows. Save it elsewhere</source>
        <translation>它会超出该磁盘或账户允许的大小。请保存到别处</translation>
    </message>
    <message>
        <source>the name is too long. Choose a shorter one</source>
        <translation>名称太长。请用较短的</translation>
    </message>
    <message>
        <source>the disk does not answer. Check that it is plugged in, or choose another one</source>
        <translation>磁盘没有响应。请检查是否插好，或选择另一个</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {x}.</source>
        <translation>无法写入“{path}”：{x}。</translation>
    </message>
    <message>
        <source>there is one already. Choose another name</source>
        <translation>已有同名文件夹。请换一个名称</translation>
    </message>
    <message>
        <source>“{path}” cannot be made: {x}.</source>
        <translation>无法创建“{path}”：{x}。</translation>
    </message>
    <message>
        <source>He et al., Delving Deep into Rectifiers, 2015</source>
        <translation>He et al., Delving Deep into Rectifiers, 2015</translation>
    </message>
    <message>
        <source>Glorot and Bengio, Understanding the difficulty of training deep networks, 2010</source>
        <translation>Glorot and Bengio, Understanding the difficulty of training deep networks, 2010</translation>
    </message>
    <message>
        <source>What all is multiplied by; √2 ahead of a ReLU</source>
        <translation>所有值所乘的数；后接 ReLU 时为 √2</translation>
    </message>
    <message>
        <source>Negative slope of the leaky ReLU that follows; of others no effect</source>
        <translation>其后 leaky ReLU 的负斜率；对其他的不起作用</translation>
    </message>
    <message>
        <source>What stays of one size from layer to layer: fan_in the activations, fan_out the gradients</source>
        <translation>逐层保持大小的量：fan_in 为激活，fan_out 为梯度</translation>
    </message>
    <message>
        <source>The activation that follows; its gain is √2 for relu, √(2 / (1 + a²)) for leaky_relu, 5/3 for tanh, 3/4 for selu, 1 for linear and sigmoid</source>
        <translation>其后的激活；增益：relu 为 √2,leaky_relu 为 √(2 / (1 + a²)),tanh 为 5/3,selu 为 3/4,linear 和 sigmoid 为 1</translation>
    </message>
    <message>
        <source>How the {tensor} begins, where there is one; empty means torch's own way</source>
        <translation>有 {tensor} 时它的初始值；留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>(did you mean {x}?)</source>
        <translation>（是否指 {x}?）</translation>
    </message>
    <message>
        <source>(there are {x})</source>
        <translation>（有 {x}）</translation>
    </message>
    <message>
        <source>may have {MAX_TEXT} characters; this has {x}</source>
        <translation>最多 {MAX_TEXT} 个字符；这里有 {x} 个</translation>
    </message>
    <message>
        <source>is written as normal(std=0.01), and not as {text}</source>
        <translation>应写成 normal(std=0.01) 的形式，而不是 {text}</translation>
    </message>
    <message>
        <source>names {name}, which is no initialiser {x}</source>
        <translation>写的是 {name}，这不是初始化方法 {x}</translation>
    </message>
    <message>
        <source>is {name}, whose a must be less than its b, and has a = {x}, b = {x2}</source>
        <translation>是 {name}，其 a 必须小于 b，现在 a = {x},b = {x2}</translation>
    </message>
    <message>
        <source>Kaiming normal</source>
        <translation>Kaiming 正态</translation>
    </message>
    <message>
        <source>w ~ N(0, gain² / fan), where the fan is the number of inputs (fan_in) or outputs (fan_out) times the cells of the kernel</source>
        <translation>w ~ N(0, gain² / fan)，其中 fan 是输入数(fan_in)或输出数(fan_out)乘以卷积核的单元数</translation>
    </message>
    <message>
        <source>Kaiming uniform</source>
        <translation>Kaiming 均匀</translation>
    </message>
    <message>
        <source>w ~ U(−r, r) with r = gain · √(3 / fan)</source>
        <translation>w ~ U(−r, r)，其中 r = gain · √(3 / fan)</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>w ~ U(−r, r) with r = gain · √(6 / (fan_in + fan_out))</source>
        <translation>w ~ U(−r, r)，其中 r = gain · √(6 / (fan_in + fan_out))</translation>
    </message>
    <message>
        <source>gain times a random matrix whose rows, or columns, are orthonormal</source>
        <translation>增益乘以行（或列）标准正交的随机矩阵</translation>
    </message>
    <message>
        <source>Saxe et al., Exact solutions to the nonlinear dynamics of learning, 2013</source>
        <translation>Saxe et al., Exact solutions to the nonlinear dynamics of learning, 2013</translation>
    </message>
    <message>
        <source>w ~ N(mean, std²)</source>
        <translation>w ~ N(mean, std²)</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>w ~ N(mean, std²), drawn again where it falls outside [a, b]</source>
        <translation>w ~ N(mean, std²)，落在 [a, b] 之外时重新抽取</translation>
    </message>
    <message>
        <source>has {x} in its brackets, which is not of the form a=1</source>
        <translation>括号中有 {x}，不是 a=1 的形式</translation>
    </message>
    <message>
        <source>has {key}, which {name} does not take {x}</source>
        <translation>有 {key}，{name} 不接受它 {x}</translation>
    </message>
    <message>
        <source>has {key} twice</source>
        <translation>有两个 {key}</translation>
    </message>
    <message>
        <source>is trunc_normal, whose mean = {x} must be within two standard deviations of what a = {x2} and b = {x3} leave</source>
        <translation>是 trunc_normal，其均值 = {x} 必须在 a = {x2} 和 b = {x3} 留下的范围的两个标准差之内</translation>
    </message>
    <message>
        <source>is {name}, whose {error}</source>
        <translation>是 {name}，其 {error}</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation, before anything is cut off</source>
        <translation>截断之前的标准差</translation>
    </message>
    <message>
        <source>Least value, whatever the standard deviation</source>
        <translation>不论标准差如何的最小值</translation>
    </message>
    <message>
        <source>Largest value, whatever the standard deviation</source>
        <translation>不论标准差如何的最大值</translation>
    </message>
    <message>
        <source>Least value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>The value of every element</source>
        <translation>每个元素的值</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>the input, or the output where that has overwritten the input</source>
        <translation>输入，被覆盖时为输出</translation>
    </message>
    <message>
        <source>the input, or a copy of it where the output has overwritten it</source>
        <translation>输入，被输出覆盖时为其副本</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory; never where the input is used again, as ahead of a shortcut</source>
        <translation>覆盖输入以节省内存；输入还要再用时（如捷径之前）不可</translation>
    </message>
    <message>
        <source>Sets what is negative to zero</source>
        <translation>把负数置为零</translation>
    </message>
    <message>
        <source>Cuts off what is negative and what is over 6</source>
        <translation>截去负数和大于 6 的部分</translation>
    </message>
    <message>
        <source>Lets a little of what is negative through</source>
        <translation>让负数通过一点</translation>
    </message>
    <message>
        <source>x where x ≥ 0, negative_slope · x elsewhere</source>
        <translation>x ≥ 0 时为 x，否则为 negative_slope · x</translation>
    </message>
    <message>
        <source>Learns how much of what is negative to let through</source>
        <translation>学习让负数通过多少</translation>
    </message>
    <message>
        <source>x where x ≥ 0, weight · x elsewhere, with one learned weight or one for every channel</source>
        <translation>x ≥ 0 时为 x，否则为 weight · x，权重共用一个或每个通道一个</translation>
    </message>
    <message>
        <source>Runs smoothly to −alpha on the left</source>
        <translation>在左侧平滑地趋于 −alpha</translation>
    </message>
    <message>
        <source>x where x &gt; 0, alpha · (eˣ − 1) elsewhere</source>
        <translation>x &gt; 0 时为 x，否则为 alpha · (eˣ − 1)</translation>
    </message>
    <message>
        <source>An ELU that keeps mean 0 and variance 1 from layer to layer</source>
        <translation>能使各层保持均值 0、方差 1 的 ELU</translation>
    </message>
    <message>
        <source>1.0507 · (x where x &gt; 0, 1.6733 · (eˣ − 1) elsewhere)</source>
        <translation>1.0507 ·(x &gt; 0 时为 x，否则为 1.6733 · (eˣ − 1))</translation>
    </message>
    <message>
        <source>Weighs x by how likely a normal number is below it</source>
        <translation>用正态分布的数小于 x 的概率给 x 加权</translation>
    </message>
    <message>
        <source>x · Φ(x), where Φ is the distribution function of the normal distribution</source>
        <translation>x · Φ(x)，其中 Φ 是正态分布的分布函数</translation>
    </message>
    <message>
        <source>Weighs x by its sigmoid; also known as Swish</source>
        <translation>用 x 的 sigmoid 给 x 加权；又名 Swish</translation>
    </message>
    <message>
        <source>A smooth rectifier that dips a little below zero</source>
        <translation>在零以下略有下凹的平滑整流</translation>
    </message>
    <message>
        <source>SiLU made of straight pieces, for small devices</source>
        <translation>由直线段组成的 SiLU，适合小型设备</translation>
    </message>
    <message>
        <source>The sigmoid made of straight pieces</source>
        <translation>由直线段组成的 sigmoid</translation>
    </message>
    <message>
        <source>Squashes to between 0 and 1</source>
        <translation>压缩到 0 与 1 之间</translation>
    </message>
    <message>
        <source>Squashes to between −1 and 1</source>
        <translation>压缩到 −1 与 1 之间</translation>
    </message>
    <message>
        <source>Squashes to between −amplitude and amplitude</source>
        <translation>压缩到 −amplitude 与 amplitude 之间</translation>
    </message>
    <message>
        <source>A smooth rectifier, always above zero</source>
        <translation>始终大于零的平滑整流</translation>
    </message>
    <message>
        <source>ln(1 + exp(beta · x)) / beta, and x itself where beta · x &gt; threshold</source>
        <translation>ln(1 + exp(beta · x)) / beta，当 beta · x &gt; threshold 时为 x 本身</translation>
    </message>
    <message>
        <source>Turns scores into probabilities that sum to 1</source>
        <translation>把分数变成总和为 1 的概率</translation>
    </message>
    <message>
        <source>Turns scores into logarithms of probabilities</source>
        <translation>把分数变成概率的对数</translation>
    </message>
    <message>
        <source>Nair and Hinton, 2010</source>
        <translation>Nair and Hinton, 2010</translation>
    </message>
    <message>
        <source>Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, 2010</source>
        <translation>Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, 2010</translation>
    </message>
    <message>
        <source>Slope left of zero</source>
        <translation>零点左侧的斜率</translation>
    </message>
    <message>
        <source>Maas et al., Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013</source>
        <translation>Maas et al., Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013</translation>
    </message>
    <message>
        <source>Learn a slope for every channel instead of one; num_parameters then follows from the wire</source>
        <translation>为每个通道而不是共用学习一个斜率；num_parameters 由连线得出</translation>
    </message>
    <message>
        <source>Slope left of zero at the beginning</source>
        <translation>零点左侧斜率的初始值</translation>
    </message>
    <message>
        <source>Minus the value that it runs to on the left</source>
        <translation>左侧趋近值的相反数</translation>
    </message>
    <message>
        <source>Clevert et al., Fast and Accurate Deep Network Learning by ELUs, 2015</source>
        <translation>Clevert et al., Fast and Accurate Deep Network Learning by ELUs, 2015</translation>
    </message>
    <message>
        <source>Klambauer et al., Self-Normalizing Neural Networks, 2017; with AlphaDropout</source>
        <translation>Klambauer et al., Self-Normalizing Neural Networks, 2017; with AlphaDropout</translation>
    </message>
    <message>
        <source>How Φ is worked out: exactly, or by ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <translation>Φ 的计算方式：精确，或 ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</translation>
    </message>
    <message>
        <source>Hendrycks and Gimpel, Gaussian Error Linear Units, 2016</source>
        <translation>Hendrycks and Gimpel, Gaussian Error Linear Units, 2016</translation>
    </message>
    <message>
        <source>Elfwing et al., 2017; Ramachandran et al., Searching for Activation Functions, 2017</source>
        <translation>Elfwing et al., 2017; Ramachandran et al., Searching for Activation Functions, 2017</translation>
    </message>
    <message>
        <source>Misra, Mish, 2019</source>
        <translation>Misra, Mish, 2019</translation>
    </message>
    <message>
        <source>Howard et al., Searching for MobileNetV3, 2019</source>
        <translation>Howard et al., Searching for MobileNetV3, 2019</translation>
    </message>
    <message>
        <source>Largest value; with the defaults ±1 stay as they are</source>
        <translation>最大值；默认值下 ±1 保持不变</translation>
    </message>
    <message>
        <source>Factor of the input</source>
        <translation>输入的系数</translation>
    </message>
    <message>
        <source>LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998</source>
        <translation>LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998</translation>
    </message>
    <message>
        <source>Sharpness of the bend at zero</source>
        <translation>零点处弯曲的锐度</translation>
    </message>
    <message>
        <source>From where on it is a straight line</source>
        <translation>从何处起成为直线</translation>
    </message>
    <message>
        <source>Dugas et al., 2000</source>
        <translation>Dugas et al., 2000</translation>
    </message>
    <message>
        <source>{name} = {x} is negative and inplace is set: what was the input cannot be told from the output, and no gradient be worked out.</source>
        <translation>{name} = {x} 为负且设置了 inplace：无法从输出得知输入，也就无法计算梯度。</translation>
    </message>
    <message>
        <source>Clear inplace, or use a {name} of at least 0.</source>
        <translation>请取消 inplace，或使用不小于 0 的 {name}。</translation>
    </message>
    <message>
        <source>{layer} over axis {dim} does not fit the input {x}: axis 0 is the batch, and the last is {x2}.</source>
        <translation>{layer} 沿轴 {dim} 不适合输入 {x}：轴 0 是批次，最后一个是 {x2}。</translation>
    </message>
    <message>
        <source>Use an axis from 1 to {x}; 1 is the channels or classes.</source>
        <translation>请使用 1 到 {x} 的轴；1 是通道或类别。</translation>
    </message>
    <message>
        <source>Axis that sums to 1; 0 is the batch, 1 the channels or classes</source>
        <translation>总和为 1 的轴；0 是批次，1 是通道或类别</translation>
    </message>
    <message>
        <source>{x} and {x2}</source>
        <translation>{x} 和 {x2}</translation>
    </message>
    <message>
        <source>{x} of the output</source>
        <translation>输出的{x}</translation>
    </message>
    <message>
        <source>Takes the mean of every map, and leaves one number a map</source>
        <translation>取每个特征图的平均值，每图留下一个数</translation>
    </message>
    <message>
        <source>Keeps the largest value of every map, and leaves one number a map</source>
        <translation>保留每个特征图的最大值，每图留下一个数</translation>
    </message>
    <message>
        <source>Means over as many windows as the wanted size needs</source>
        <translation>按所需尺寸划分窗口并取平均值</translation>
    </message>
    <message>
        <source>Maxima over as many windows as the wanted size needs</source>
        <translation>按所需尺寸划分窗口并取最大值</translation>
    </message>
    <message>
        <source>{layer} pools over all axes after the channels, and receives {x}.</source>
        <translation>{layer} 在通道之后的所有轴上池化，却收到 {x}。</translation>
    </message>
    <message>
        <source>Place it before Flatten.</source>
        <translation>请放在 Flatten 之前。</translation>
    </message>
    <message>
        <source>Lets every step of a sequence look at the steps of another, or of its own</source>
        <translation>让序列的每一步看另一序列（或自身）的各步</translation>
    </message>
    <message>
        <source>MultiheadAttention needs a value for every key, and receives {steps} keys and {values} values.</source>
        <translation>MultiheadAttention 的每个键需要一个值，却收到 {steps} 个键和 {values} 个值。</translation>
    </message>
    <message>
        <source>Wire key and value to sequences of one length, or to the same.</source>
        <translation>请把 key 和 value 连到等长的序列，或同一个序列。</translation>
    </message>
    <message>
        <source>num_heads = {num_heads} does not divide the {width} features of the query.</source>
        <translation>num_heads = {num_heads} 不能整除 query 的 {width} 个特征。</translation>
    </message>
    <message>
        <source>Use a number of heads that divides {width}.</source>
        <translation>请使用能整除 {width} 的头数。</translation>
    </message>
    <message>
        <source>Number of heads; it divides the features of the query</source>
        <translation>头数；须整除 query 的特征数</translation>
    </message>
    <message>
        <source>Probability that a weight is zeroed, in training</source>
        <translation>训练时权重被置零的概率</translation>
    </message>
    <message>
        <source>Add learned numbers in every projection</source>
        <translation>在每个投影中加可学习的数</translation>
    </message>
    <message>
        <source>Add a learned step to keys and values</source>
        <translation>给 key 和 value 加一个可学习的步</translation>
    </message>
    <message>
        <source>Add a step of zeros to keys and values, so that a step can look at nothing</source>
        <translation>给 key 和 value 加一个全零的步，使某一步可以什么都不看</translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps</source>
        <translation>卷积核个数，也就是输出特征图的个数</translation>
    </message>
    <message>
        <source>Independent groups of channels; as many groups as channels is a depthwise convolution</source>
        <translation>彼此独立的通道组数；组数等于通道数就是深度卷积</translation>
    </message>
    <message>
        <source>Add a learned number to every map; needless before batch normalisation</source>
        <translation>给每个特征图加一个可学习的数；后接批归一化时不需要</translation>
    </message>
    <message>
        <source>What the padding holds: zeros, the image mirrored, its edge repeated, or its other side</source>
        <translation>填充的内容：零、镜像、边缘重复或对侧的值</translation>
    </message>
    <message>
        <source>Slides filters of its own over every map</source>
        <translation>让每个特征图各自的卷积核在其上滑动</translation>
    </message>
    <message>
        <source>out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c] with m = depth_multiplier, j &lt; m</source>
        <translation>out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c]，其中 m = depth_multiplier,j &lt; m</translation>
    </message>
    <message>
        <source>{x} of {what}</source>
        <translation>{what}的{x}</translation>
    </message>
    <message>
        <source>padding = same adds zeros where the stride is more than 1, and receives padding_mode = {padding_mode}.</source>
        <translation>padding = same 在步幅大于 1 时补零，而 padding_mode = {padding_mode}。</translation>
    </message>
    <message>
        <source>Use padding_mode = zeros, or give the padding as a number.</source>
        <translation>请使用 padding_mode = zeros，或把填充写成数。</translation>
    </message>
    <message>
        <source>Step of the window; 2 halves the size</source>
        <translation>窗口的步幅；2 使尺寸减半</translation>
    </message>
    <message>
        <source>Cells added on every side; or valid, which is none, or same</source>
        <translation>每一边填充的单元数；或 valid（不填充）、same</translation>
    </message>
    <message>
        <source>Distance between neighbouring filter taps</source>
        <translation>卷积核相邻采样点之间的距离</translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps, for every input map</source>
        <translation>每个输入特征图对应的卷积核个数，也就是输出特征图的个数</translation>
    </message>
    <message>
        <source>groups = {groups} does not divide {role} = {count}.</source>
        <translation>groups = {groups} 不能整除 {role} = {count}。</translation>
    </message>
    <message>
        <source>Use a number of groups that divides both {in_channels} and {out_channels}.</source>
        <translation>请使用能同时整除 {in_channels} 和 {out_channels} 的组数。</translation>
    </message>
    <message>
        <source>{padding_mode} padding adds {after} on a side in {axis}, and the input has only {n} there to take it from.</source>
        <translation>{padding_mode} 填充在{axis}的一边增加 {after}，而输入在那里只有 {n} 可取。</translation>
    </message>
    <message>
        <source>Use a padding of at most {x}, or padding_mode = replicate.</source>
        <translation>请使用不大于 {x} 的填充，或 padding_mode = replicate。</translation>
    </message>
    <message>
        <source>Slides learned filters along a sequence</source>
        <translation>让学到的卷积核沿序列滑动</translation>
    </message>
    <message>
        <source>Slides learned filters over an image</source>
        <translation>让学到的卷积核在图像上滑动</translation>
    </message>
    <message>
        <source>Slides learned filters through a volume</source>
        <translation>让学到的卷积核在体数据中滑动</translation>
    </message>
    <message>
        <source>Cuts cells away at each side</source>
        <translation>从每一边裁去单元</translation>
    </message>
    <message>
        <source>Cuts the middle out</source>
        <translation>裁出中间部分</translation>
    </message>
    <message>
        <source>Crop has {x} amounts, and the input {x2} takes two for each of its last axes, at most {x3}.</source>
        <translation>Crop 有 {x} 个数量，而输入 {x2} 的最后每个轴取两个，最多 {x3} 个。</translation>
    </message>
    <message>
        <source>Give left and right, then top and bottom, then front and back.</source>
        <translation>请给出左和右，然后上和下，再是前和后。</translation>
    </message>
    <message>
        <source>Crop leaves nothing of {x}: it would be {x2}.</source>
        <translation>Crop 使 {x} 什么都不剩：结果将是 {x2}。</translation>
    </message>
    <message>
        <source>Cut less away.</source>
        <translation>请少裁一些。</translation>
    </message>
    <message>
        <source>CenterCrop has {x} sizes, and the input {x2} {x3} axes.</source>
        <translation>CenterCrop 有 {x} 个大小，而输入 {x2} 有 {x3} 个轴。</translation>
    </message>
    <message>
        <source>Give one size for each of the last axes, such as height and width.</source>
        <translation>请给最后每个轴一个大小，例如高和宽。</translation>
    </message>
    <message>
        <source>CenterCrop cannot cut {x} out of {x2}.</source>
        <translation>CenterCrop 无法从 {x2} 中裁出 {x}。</translation>
    </message>
    <message>
        <source>Use a smaller size, or Pad before it.</source>
        <translation>请用更小的大小，或在它之前用 Pad。</translation>
    </message>
    <message>
        <source>Left, right, top, bottom, front, back; two for each axis, from the last</source>
        <translation>左、右、上、下、前、后；每个轴两个，从最后一个轴开始</translation>
    </message>
    <message>
        <source>Sizes of the last axes, such as (height, width)</source>
        <translation>最后若干轴的大小，例如（高，宽）</translation>
    </message>
    <message>
        <source>Measures how far the input is from the code of every class</source>
        <translation>衡量输入与每个类别的编码相距多远</translation>
    </message>
    <message>
        <source>The pictures of the digits are 10 codes of {_PIXELS} pixels (12 rows of 7), and RBF has {out_features} outputs and receives {x}.</source>
        <translation>数字的图样是 10 个 {_PIXELS} 像素的编码（12 行，每行 7 个），而 RBF 有 {out_features} 个输出，收到 {x}。</translation>
    </message>
    <message>
        <source>Use 10 outputs and a Linear of {_PIXELS} ahead of it, or random codes.</source>
        <translation>请用 10 个输出并在其前接 {_PIXELS} 的 Linear，或用随机编码。</translation>
    </message>
    <message>
        <source>Random signs, always the same; pictures of the ten digits for 84 inputs; or random signs as the beginning of what is learned</source>
        <translation>始终相同的随机符号；84 个输入时为十个数字的图样；或以随机符号作为学习的起点</translation>
    </message>
    <message>
        <source>Looks up a learned vector for every whole number</source>
        <translation>为每个整数查出一个学到的向量</translation>
    </message>
    <message>
        <source>Tells every step of a sequence where it stands</source>
        <translation>告诉序列的每一步它所在的位置</translation>
    </message>
    <message>
        <source>{layer} works on sequences (steps × features), and receives {x}.</source>
        <translation>{layer} 作用于序列（步 × 特征），却收到 {x}。</translation>
    </message>
    <message>
        <source>padding_idx = {padding_idx} is none of the {num_embeddings} rows.</source>
        <translation>padding_idx = {padding_idx} 不在 {num_embeddings} 行之内。</translation>
    </message>
    <message>
        <source>Use an index from 0 to {x}.</source>
        <translation>请使用 0 到 {x} 的编号。</translation>
    </message>
    <message>
        <source>Place an Embedding ahead of it.</source>
        <translation>请在其前放一个 Embedding。</translation>
    </message>
    <message>
        <source>Flatten the image to one axis, and bring the channels behind it.</source>
        <translation>请把图像展平成一个轴，并把通道移到其后。</translation>
    </message>
    <message>
        <source>How many numbers there are: the size of the vocabulary</source>
        <translation>整数的个数：即词表大小</translation>
    </message>
    <message>
        <source>Length of a vector</source>
        <translation>向量的长度</translation>
    </message>
    <message>
        <source>The number that fills up short sequences: its vector begins as zeros and is not learned; −1 is the last</source>
        <translation>用来补齐短序列的数：它的向量初始为零且不学习；−1 是最后一个</translation>
    </message>
    <message>
        <source>Vectors that are longer are shortened to this length when they are looked up</source>
        <translation>更长的向量在查出时缩短到这个长度</translation>
    </message>
    <message>
        <source>Exponent p of the p-norm for max_norm</source>
        <translation>max_norm 所用 p-范数的指数 p</translation>
    </message>
    <message>
        <source>Divide the gradient of a vector by how often its number is in the batch</source>
        <translation>把向量的梯度除以其编号在批次中出现的次数</translation>
    </message>
    <message>
        <source>Sines and cosines of the position, or a learned vector for it</source>
        <translation>位置的正弦和余弦，或为位置学习的向量</translation>
    </message>
    <message>
        <source>The slowest sine takes 2π · base steps; of no effect where the encoding is learned</source>
        <translation>最慢的正弦经过 2π · base 步；编码可学习时不起作用</translation>
    </message>
    <message>
        <source>Multiplies by a fixed number</source>
        <translation>乘以一个固定的数</translation>
    </message>
    <message>
        <source>What every element is multiplied by</source>
        <translation>每个元素所乘的数</translation>
    </message>
    <message>
        <source>vertical lines</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>horizontal lines</source>
        <translation>横线</translation>
    </message>
    <message>
        <source>vertical edges</source>
        <translation>竖向边缘</translation>
    </message>
    <message>
        <source>horizontal edges</source>
        <translation>横向边缘</translation>
    </message>
    <message>
        <source>Slides filters over an image that are given, and not learned</source>
        <translation>让给定的、不学习的卷积核在图像上滑动</translation>
    </message>
    <message>
        <source>Two for a vertical and a horizontal line, two for edges across and down, or one mean</source>
        <translation>两个分别对应竖线和横线，两个对应横向和纵向边缘，或一个均值</translation>
    </message>
    <message>
        <source>Height and width of a filter</source>
        <translation>卷积核的高和宽</translation>
    </message>
    <message>
        <source>Zeros added on every side; or valid, which is none, or same</source>
        <translation>每一边填充的零；或 valid（不填充）、same</translation>
    </message>
    <message>
        <source>Where the data enters</source>
        <translation>数据从这里进入</translation>
    </message>
    <message>
        <source>What the network returns</source>
        <translation>网络返回的结果</translation>
    </message>
    <message>
        <source>Channels, height and width</source>
        <translation>通道数、高度和宽度</translation>
    </message>
    <message>
        <source>Times its loss, in the sum that is trained</source>
        <translation>该损失在训练总损失中的权重</translation>
    </message>
    <message>
        <source>For training only, and left out at inference</source>
        <translation>仅用于训练，推理时去掉</translation>
    </message>
    <message>
        <source>Added to the variance</source>
        <translation>加到方差上的数</translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned</source>
        <translation>在学习缩放时也学习平移</translation>
    </message>
    <message>
        <source>How many of the last axes are normalised together; normalized_shape follows from the wire</source>
        <translation>最后多少个轴一起归一化；normalized_shape 由连线得出</translation>
    </message>
    <message>
        <source>Gives the features of every step zero mean and unit variance</source>
        <translation>使每一步的特征均值为零、方差为一</translation>
    </message>
    <message>
        <source>Divides the features of every step by their root mean square</source>
        <translation>把每一步的特征除以其均方根</translation>
    </message>
    <message>
        <source>Gives the channels of every cell of an image zero mean and unit variance</source>
        <translation>使图像每个单元的各通道均值为零、方差为一</translation>
    </message>
    <message>
        <source>{layer} over the last {axes} axes does not fit the input {x}, which has {x2} beside the batch.</source>
        <translation>{layer} 作用于最后 {axes} 个轴，不适合输入 {x}，它除批次外有 {x2} 个轴。</translation>
    </message>
    <message>
        <source>Use at most {x}.</source>
        <translation>最多使用 {x}。</translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every feature</source>
        <translation>为每个特征学习缩放和平移</translation>
    </message>
    <message>
        <source>Added to the mean square; empty means the smallest step of the number type</source>
        <translation>加到均方上的数；留空为该数值类型的最小步长</translation>
    </message>
    <message>
        <source>Learn a scale for every feature</source>
        <translation>为每个特征学习缩放</translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every channel</source>
        <translation>为每个通道学习缩放和平移</translation>
    </message>
    <message>
        <source>Lays an image out as one long vector</source>
        <translation>把图像展开成一个长向量</translation>
    </message>
    <message>
        <source>Connects every input with every output</source>
        <translation>把每个输入与每个输出相连</translation>
    </message>
    <message>
        <source>Flatten from axis {start_dim} to {end_dim} does not fit the input {x}: axis 0 is the batch, and the last is {x2}.</source>
        <translation>Flatten 从轴 {start_dim} 到 {end_dim} 不适合输入 {x}：轴 0 是批次，最后一个是 {x2}。</translation>
    </message>
    <message>
        <source>Use start_dim = 1 and end_dim = -1 to flatten everything but the batch.</source>
        <translation>请使用 start_dim = 1 和 end_dim = -1，把批次以外的全部展平。</translation>
    </message>
    <message>
        <source>First axis to flatten; 0 is the batch</source>
        <translation>开始展平的轴；0 是批次</translation>
    </message>
    <message>
        <source>Last axis to flatten</source>
        <translation>结束展平的轴</translation>
    </message>
    <message>
        <source>Number of outputs</source>
        <translation>输出的个数</translation>
    </message>
    <message>
        <source>Add a learned number to every output</source>
        <translation>给每个输出加一个可学习的数</translation>
    </message>
    <message>
        <source>Bring the channels together, for example with a 1x1 convolution on the shortcut.</source>
        <translation>请使通道一致，例如在捷径上放一个 1x1 卷积。</translation>
    </message>
    <message>
        <source>Sums its branches, element by element</source>
        <translation>把各分支逐元素相加</translation>
    </message>
    <message>
        <source>Takes one branch from the other, element by element</source>
        <translation>逐元素地从一个分支减去另一个</translation>
    </message>
    <message>
        <source>Multiplies its branches, element by element</source>
        <translation>把各分支逐元素相乘</translation>
    </message>
    <message>
        <source>The largest of its branches, element by element</source>
        <translation>各分支逐元素的最大值</translation>
    </message>
    <message>
        <source>The mean of its branches, element by element</source>
        <translation>各分支逐元素的平均值</translation>
    </message>
    <message>
        <source>Give the convolutions of all branches the same total stride and padding; a shortcut can follow with a 1x1 convolution of that stride.</source>
        <translation>请使各分支的卷积总步幅和填充相同；捷径可用同样步幅的 1x1 卷积跟上。</translation>
    </message>
    <message>
        <source>Passes its input on unchanged</source>
        <translation>原样传递输入</translation>
    </message>
    <message>
        <source>Lays its branches one behind the other, in the order of the wires</source>
        <translation>按连线的顺序把各分支首尾相接</translation>
    </message>
    <message>
        <source>Multiplies two matrices, or stacks of them</source>
        <translation>两个矩阵（或矩阵的堆叠）相乘</translation>
    </message>
    <message>
        <source>{layer} needs branches with the same number of axes, and receives {{branches}}.</source>
        <translation>{layer} 需要轴数相同的分支，却收到 {{branches}}。</translation>
    </message>
    <message>
        <source>Bring the branches to the same number of axes, for example with Flatten or Reshape.</source>
        <translation>请使各分支轴数相同，例如用 Flatten 或 Reshape。</translation>
    </message>
    <message>
        <source>Concat needs branches with the same number of axes, and receives {branches}.</source>
        <translation>Concat 需要轴数相同的分支，却收到 {branches}。</translation>
    </message>
    <message>
        <source>Flatten all branches or none.</source>
        <translation>请把所有分支都展平，或都不展平。</translation>
    </message>
    <message>
        <source>MatMul needs two inputs of the same number of axes, at least two, and receives {branches}.</source>
        <translation>MatMul 需要两个轴数相同（至少两个轴）的输入，却收到 {branches}。</translation>
    </message>
    <message>
        <source>Reshape them so that the last two axes of each are the rows and columns.</source>
        <translation>请重塑它们，使各自最后两个轴是行和列。</translation>
    </message>
    <message>
        <source>MatMul needs as many columns on the left as rows on the right, and the axes before them alike, and receives {branches}.</source>
        <translation>MatMul 需要左边的列数等于右边的行数，且之前的轴相同，却收到 {branches}。</translation>
    </message>
    <message>
        <source>Exchange rows and columns of one of them with Permute, or change its size.</source>
        <translation>请用 Permute 交换其中一个的行和列，或改变大小。</translation>
    </message>
    <message>
        <source>{layer} needs branches of one shape, but for axes of size 1, which are repeated, and receives {{branches}}.</source>
        <translation>{layer} 需要形状相同的分支（大小为 1 的轴会重复），却收到 {{branches}}。</translation>
    </message>
    <message>
        <source>height and width</source>
        <translation>高和宽</translation>
    </message>
    <message>
        <source>every other axis</source>
        <translation>其他所有轴</translation>
    </message>
    <message>
        <source>Concat along axis {dim} needs branches that agree in {what}, and receives {{branches}}.</source>
        <translation>沿轴 {dim} 的 Concat 需要{what}一致的分支，却收到 {{branches}}。</translation>
    </message>
    <message>
        <source>Give all branches the same total stride, and padding that keeps their size (1 for a 3x3 kernel, 2 for a 5x5).</source>
        <translation>请使各分支总步幅相同，并用保持尺寸的填充（3x3 核为 1,5x5 为 2）。</translation>
    </message>
    <message>
        <source>Axis along which the branches are laid; 0 is the batch, 1 the channels</source>
        <translation>拼接各分支的轴；0 是批次，1 是通道</translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned; needs torch 2.13</source>
        <translation>在学习缩放时也学习平移；需要 torch 2.13</translation>
    </message>
    <message>
        <source>Gives every feature zero mean and unit variance over the batch</source>
        <translation>使每个特征在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>the batch, and the length where there is one</source>
        <translation>批次，有长度时也包括长度</translation>
    </message>
    <message>
        <source>C → C, or C×L → C×L</source>
        <translation>C → C, or C×L → C×L</translation>
    </message>
    <message>
        <source>Gives every map zero mean and unit variance over the batch</source>
        <translation>使每个特征图在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>batch, height and width</source>
        <translation>批次、高和宽</translation>
    </message>
    <message>
        <source>Gives every channel of a volume zero mean and unit variance over the batch</source>
        <translation>使体数据的每个通道在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>batch, depth, height and width</source>
        <translation>批次、深、高和宽</translation>
    </message>
    <message>
        <source>Gives groups of channels of every sample zero mean and unit variance</source>
        <translation>使每个样本的各通道组均值为零、方差为一</translation>
    </message>
    <message>
        <source>Divides every cell by what the neighbouring channels have there</source>
        <translation>把每个单元除以相邻通道在该处的值</translation>
    </message>
    <message>
        <source>Gives every channel of every sample zero mean and unit variance</source>
        <translation>使每个样本的每个通道均值为零、方差为一</translation>
    </message>
    <message>
        <source>num_groups = {num_groups} does not divide the {channels} channels.</source>
        <translation>num_groups = {num_groups} 不能整除 {channels} 个通道。</translation>
    </message>
    <message>
        <source>Use a number of groups that divides {channels}, such as {x}.</source>
        <translation>请使用能整除 {channels} 的组数，例如 {x}。</translation>
    </message>
    <message>
        <source>LocalResponseNorm works on channels × length, or images, and receives {x}.</source>
        <translation>LocalResponseNorm 作用于通道 × 长度，或图像，却收到 {x}。</translation>
    </message>
    <message>
        <source>{layer} needs more than one cell in a map, and receives {x}: the variance of one number is zero.</source>
        <translation>{layer} 的每个特征图需要不止一个单元，却收到 {x}：一个数的方差是零。</translation>
    </message>
    <message>
        <source>Place it ahead of the pooling, or use LayerNormChannelsFirst.</source>
        <translation>请放在池化之前，或使用 LayerNormChannelsFirst。</translation>
    </message>
    <message>
        <source>Number of groups; it divides the channels</source>
        <translation>组数；须整除通道数</translation>
    </message>
    <message>
        <source>Number of neighbouring channels</source>
        <translation>相邻通道的个数</translation>
    </message>
    <message>
        <source>Weight of the neighbours</source>
        <translation>邻居的权重</translation>
    </message>
    <message>
        <source>Added to the weighted sum</source>
        <translation>加到加权和上的数</translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance; empty means a plain average over all batches</source>
        <translation>新批次在运行均值和方差中所占的份额；留空为对所有批次的普通平均</translation>
    </message>
    <message>
        <source>Keep a running mean and variance for evaluation</source>
        <translation>保留运行均值和方差供评估使用</translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance, where they are tracked</source>
        <translation>跟踪运行统计量时，新批次在其中所占的份额</translation>
    </message>
    <message>
        <source>Keep a running mean and variance, and use them in evaluation</source>
        <translation>保留运行均值和方差，并在评估时使用</translation>
    </message>
    <message>
        <source>Adds cells at each side: a constant, a mirror image, the edge, or the other side</source>
        <translation>在每一边添加单元：常数、镜像、边缘或对侧的值</translation>
    </message>
    <message>
        <source>A shortcut without weights: subsamples, and appends channels of zeros</source>
        <translation>没有权重的捷径：下采样，并补上全零的通道</translation>
    </message>
    <message>
        <source>Pad has {x} amounts, and takes two, four or six.</source>
        <translation>Pad 有 {x} 个数量，应为两个、四个或六个。</translation>
    </message>
    <message>
        <source>Pad with {x} amounts in the mode {mode} does not fit the input {x2}.</source>
        <translation>mode 为 {mode}、有 {x} 个数量的 Pad 不适合输入 {x2}。</translation>
    </message>
    <message>
        <source>ZeroPadChannels adds channels: it cannot make {out_channels} of {channels}.</source>
        <translation>ZeroPadChannels 增加通道：无法由 {channels} 个得到 {out_channels} 个。</translation>
    </message>
    <message>
        <source>Use at least {channels} channels, or a 1x1 convolution.</source>
        <translation>请使用至少 {channels} 个通道，或 1x1 卷积。</translation>
    </message>
    <message>
        <source>Give two amounts for each axis after the channels, {x}.</source>
        <translation>请为通道之后的每个轴给出两个数量，{x}。</translation>
    </message>
    <message>
        <source>Use the mode constant.</source>
        <translation>请使用 constant 模式。</translation>
    </message>
    <message>
        <source>Pad in the mode {mode} takes at most {most} of an axis of {size}, and {x} is {amount}.</source>
        <translation>mode 为 {mode} 的 Pad 在大小为 {size} 的轴上最多取 {most}，而 {x} 是 {amount}。</translation>
    </message>
    <message>
        <source>Pad less, or in the mode replicate or constant.</source>
        <translation>请少填充一些，或用 replicate 或 constant 模式。</translation>
    </message>
    <message>
        <source>What the cells hold</source>
        <translation>单元的内容</translation>
    </message>
    <message>
        <source>The number in them, in the mode constant</source>
        <translation>mode 为 constant 时其中的数</translation>
    </message>
    <message>
        <source>Number of output maps</source>
        <translation>输出特征图的个数</translation>
    </message>
    <message>
        <source>From one row or column that is kept to the next</source>
        <translation>相邻两个保留的行或列之间的步长</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.</source>
        <translation>padding 为“valid”时不填充。为“same”时（含义与 TensorFlow 相同）输出有 ⌈size / stride⌉ 个单元：缺少的一半补在前面，一半补在后面，多出的一个补在后面。</translation>
    </message>
    <message>
        <source>Step of the window; empty means the kernel's size</source>
        <translation>窗口的步幅；留空等于窗口大小</translation>
    </message>
    <message>
        <source>Cells added on every side, at most half the kernel; or valid, which is none, or same</source>
        <translation>每一边填充的单元数，最多为窗口的一半；或 valid（不填充）、same</translation>
    </message>
    <message>
        <source>Round the output size up, so that the last cells are not dropped</source>
        <translation>输出尺寸向上取整，使最后的单元不被丢弃</translation>
    </message>
    <message>
        <source>C×{x} → C×{x2} with {along}′ = ⌊({along} + 2·padding − {reach}) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×{x} → C×{x2}，其中 {along}′ = ⌊({along} + 2·padding − {reach}) / stride⌋ + 1；用 ceil_mode 则向上取整。</translation>
    </message>
    <message>
        <source>Divide the sum of a window by this; empty means by the number of its cells</source>
        <translation>把窗口之和除以这个数；留空则除以单元个数</translation>
    </message>
    <message>
        <source>Keeps the largest value of every window</source>
        <translation>保留每个窗口中的最大值</translation>
    </message>
    <message>
        <source>Takes the mean of every window</source>
        <translation>取每个窗口的平均值</translation>
    </message>
    <message>
        <source>Takes the p-norm of every window</source>
        <translation>取每个窗口的 p-范数</translation>
    </message>
    <message>
        <source>padding = {p} is more than half the kernel ({k}) in {axis}: some windows would hold nothing but padding.</source>
        <translation>padding = {p} 大于{axis}上窗口({k})的一半：有些窗口将只含填充。</translation>
    </message>
    <message>
        <source>Use a padding of at most {x}, or a larger kernel.</source>
        <translation>请使用不大于 {x} 的填充，或更大的窗口。</translation>
    </message>
    <message>
        <source>{layer}'s window covers {k} in {axis}, and its input without padding is only {n}.</source>
        <translation>{layer} 的窗口在{axis}上覆盖 {k}，而它的输入不含填充只有 {n}。</translation>
    </message>
    <message>
        <source>Use a kernel of at most {n}, or less downsampling before it.</source>
        <translation>请使用不大于 {n} 的窗口，或在之前少做下采样。</translation>
    </message>
    <message>
        <source>padding = same with dilation = {d} and a kernel of {k} makes windows that see none of the {n} cells in {axis}.</source>
        <translation>padding = same 加上 dilation = {d} 和大小为 {k} 的窗口，会产生看不到{axis}上 {n} 个单元中任何一个的窗口。</translation>
    </message>
    <message>
        <source>Use a dilation of at most {n}, or an odd kernel.</source>
        <translation>请使用不大于 {n} 的空洞率，或奇数的窗口。</translation>
    </message>
    <message>
        <source>padding = same divides by the cells inside the input, and receives divisor_override = {divisor}.</source>
        <translation>padding = same 除以输入之内的单元数，而 divisor_override = {divisor}。</translation>
    </message>
    <message>
        <source>Clear divisor_override, or give the padding as a number.</source>
        <translation>请清除 divisor_override，或把填充写成数。</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Distance between the cells of a window</source>
        <translation>窗口内单元之间的距离</translation>
    </message>
    <message>
        <source>Count the padding's zeros in the mean</source>
        <translation>平均时计入填充的零</translation>
    </message>
    <message>
        <source>The p of the norm</source>
        <translation>范数的 p</translation>
    </message>
    <message>
        <source>L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions.</source>
        <translation>L×F → L×hidden_size，只取最后一步时为 hidden_size；双向时加倍。</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Hand the hidden units on through a smaller matrix; 0 for none</source>
        <translation>通过一个更小的矩阵输出隐藏单元；0 表示没有</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with a memory that it can keep</source>
        <translation>逐步读取序列，并有可以保持的记忆</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with fewer gates than an LSTM</source>
        <translation>逐步读取序列，门比 LSTM 少</translation>
    </message>
    <message>
        <source>Number of hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>Layers one on top of the other</source>
        <translation>上下堆叠的层数</translation>
    </message>
    <message>
        <source>Add learned numbers to every gate</source>
        <translation>给每个门加可学习的数</translation>
    </message>
    <message>
        <source>Probability that an element is zeroed between two layers, in training</source>
        <translation>训练时两层之间元素被置零的概率</translation>
    </message>
    <message>
        <source>Read the sequence backwards too, and lay both results side by side</source>
        <translation>也反向读取序列，并把两个结果并排放在一起</translation>
    </message>
    <message>
        <source>The hidden state after every step, or after the last (of the backward direction that is the first) only</source>
        <translation>每一步之后的隐藏状态，或只取最后一步之后的（反向时为第一步）</translation>
    </message>
    <message>
        <source>proj_size = {proj_size} does not make the {hidden_size} hidden units fewer.</source>
        <translation>proj_size = {proj_size} 没有使 {hidden_size} 个隐藏单元减少。</translation>
    </message>
    <message>
        <source>Use a proj_size of at most {x}, or 0 for none.</source>
        <translation>请使用不大于 {x} 的 proj_size，或 0 表示没有。</translation>
    </message>
    <message>
        <source>Probability that an element is zeroed</source>
        <translation>元素被置零的概率</translation>
    </message>
    <message>
        <source>Probability that a channel is zeroed</source>
        <translation>通道被置零的概率</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory</source>
        <translation>覆盖输入以节省内存</translation>
    </message>
    <message>
        <source>Zeroes random elements while training</source>
        <translation>训练时随机把元素置零</translation>
    </message>
    <message>
        <source>A dropout that keeps mean and variance, for SELU</source>
        <translation>用于 SELU、保持均值和方差的 dropout</translation>
    </message>
    <message>
        <source>Skips the branch for random samples while training</source>
        <translation>训练时对随机的样本跳过该分支</translation>
    </message>
    <message>
        <source>Zeroes whole {what} while training</source>
        <translation>训练时把整个{what}置零</translation>
    </message>
    <message>
        <source>In torch too without effect: the layer takes no notice of it</source>
        <translation>在 torch 中也不起作用：该层不理会它</translation>
    </message>
    <message>
        <source>Probability that a sample is zeroed; often growing from block to block</source>
        <translation>样本被置零的概率；常逐块增大</translation>
    </message>
    <message>
        <source>bilinear or bicubic</source>
        <translation>bilinear 或 bicubic</translation>
    </message>
    <message>
        <source>Lays several maps into one larger map</source>
        <translation>把多个特征图拼成一个更大的特征图</translation>
    </message>
    <message>
        <source>Deals the cells of every map out to several smaller maps</source>
        <translation>把每个特征图的单元分到多个更小的特征图中</translation>
    </message>
    <message>
        <source>Makes sequences, images or volumes larger by interpolation</source>
        <translation>用插值放大序列、图像或体数据</translation>
    </message>
    <message>
        <source>PixelShuffle by {factor} lays {x} maps into one, and receives {channels} maps.</source>
        <translation>因子为 {factor} 的 PixelShuffle 把 {x} 个特征图拼成一个，却收到 {channels} 个。</translation>
    </message>
    <message>
        <source>Give it a multiple of {x} maps.</source>
        <translation>请给它 {x} 的倍数个特征图。</translation>
    </message>
    <message>
        <source>Upsample works on sequences, images and volumes (two to four axes), and receives {x}.</source>
        <translation>Upsample 作用于序列、图像和体数据（两到四个轴），却收到 {x}。</translation>
    </message>
    <message>
        <source>Upsample has neither a size nor a scale_factor.</source>
        <translation>Upsample 既没有 size 也没有 scale_factor。</translation>
    </message>
    <message>
        <source>Give one of them, for example scale_factor = 2.</source>
        <translation>请给出其中一个，例如 scale_factor = 2。</translation>
    </message>
    <message>
        <source>mode = {mode} is for {x}, and Upsample receives {x2}.</source>
        <translation>mode = {mode} 用于 {x}，而 Upsample 收到 {x2}。</translation>
    </message>
    <message>
        <source>Use mode = nearest or {x}.</source>
        <translation>请使用 mode = nearest 或 {x}。</translation>
    </message>
    <message>
        <source>align_corners = {align_corners} means nothing to mode = {mode}.</source>
        <translation>align_corners = {align_corners} 对 mode = {mode} 没有意义。</translation>
    </message>
    <message>
        <source>Clear align_corners, or use mode = {x}.</source>
        <translation>请清除 align_corners，或使用 mode = {x}。</translation>
    </message>
    <message>
        <source>recompute_scale_factor needs a scale_factor, and the size is given.</source>
        <translation>recompute_scale_factor 需要 scale_factor，而给出的是 size。</translation>
    </message>
    <message>
        <source>Clear recompute_scale_factor, or clear size and give a scale_factor.</source>
        <translation>请清除 recompute_scale_factor，或清除 size 并给出 scale_factor。</translation>
    </message>
    <message>
        <source>size = {x} has {x2} numbers, and the input has {x3} axes after the channels.</source>
        <translation>size = {x} 有 {x2} 个数，而输入在通道之后有 {x3} 个轴。</translation>
    </message>
    <message>
        <source>Give one number for all axes, or {x}.</source>
        <translation>请给出一个用于所有轴的数，或 {x}。</translation>
    </message>
    <message>
        <source>PixelUnshuffle by {factor} needs a {axis} that {factor} divides, and receives {n}.</source>
        <translation>因子为 {factor} 的 PixelUnshuffle 需要{axis}能被 {factor} 整除，却收到 {n}。</translation>
    </message>
    <message>
        <source>Crop or pad the image to a multiple of {factor}.</source>
        <translation>请把图像裁剪或填充到 {factor} 的倍数。</translation>
    </message>
    <message>
        <source>How many times larger in height and width</source>
        <translation>高和宽放大的倍数</translation>
    </message>
    <message>
        <source>How many times smaller in height and width</source>
        <translation>高和宽缩小的倍数</translation>
    </message>
    <message>
        <source>scale_factor = {scale_factor} leaves nothing of {n} in {axis}.</source>
        <translation>scale_factor = {scale_factor} 使{axis}上的 {n} 什么都不剩。</translation>
    </message>
    <message>
        <source>Use a scale_factor of at least 1/{n}.</source>
        <translation>请使用至少 1/{n} 的 scale_factor。</translation>
    </message>
    <message>
        <source>Size of the output, one number for all axes or one for each; takes the place of scale_factor</source>
        <translation>输出的大小，所有轴一个数或每个轴一个数；代替 scale_factor</translation>
    </message>
    <message>
        <source>How many times larger along every axis</source>
        <translation>沿每个轴放大的倍数</translation>
    </message>
    <message>
        <source>Which cells count: the nearest, those around by distance, or more by a cubic</source>
        <translation>取哪些单元：最近的一个、周围按距离的若干个，或用三次函数取更多</translation>
    </message>
    <message>
        <source>Keep the corner cells in their places; not for nearest</source>
        <translation>角上的单元保持原位；不适用于 nearest</translation>
    </message>
    <message>
        <source>Interpolate by the ratio of the whole sizes, not by scale_factor itself</source>
        <translation>按整体尺寸之比插值，而不是按 scale_factor 本身</translation>
    </message>
    <message>
        <source>axis {x} of {x2}</source>
        <translation>{x2} 的轴 {x}</translation>
    </message>
    <message>
        <source>Gives the same numbers another shape</source>
        <translation>给同样的数另一个形状</translation>
    </message>
    <message>
        <source>Splits one axis into several</source>
        <translation>把一个轴拆成几个</translation>
    </message>
    <message>
        <source>Puts the axes in another order</source>
        <translation>把各轴换一个顺序</translation>
    </message>
    <message>
        <source>Deals the channels of all groups out in turn</source>
        <translation>把各组的通道轮流发出</translation>
    </message>
    <message>
        <source>{layer} cannot make the shape {x}: every size is at least 1, and at most one is -1, which stands for what is left.</source>
        <translation>{layer} 无法得到形状 {x}：每个大小至少为 1，最多一个是 -1，代表剩余的部分。</translation>
    </message>
    <message>
        <source>Write the other sizes out.</source>
        <translation>请把其他大小写出来。</translation>
    </message>
    <message>
        <source>a multiple of {known}</source>
        <translation>{known} 的倍数</translation>
    </message>
    <message>
        <source>{layer} cannot make {x} of {received}: that has {elements} elements, and {needs} would fit.</source>
        <translation>{layer} 无法由 {received} 得到 {x}：它有 {elements} 个元素，而 {needs} 才合适。</translation>
    </message>
    <message>
        <source>Change a size; -1 in place of one is worked out.</source>
        <translation>请改变一个大小；写 -1 会自动算出。</translation>
    </message>
    <message>
        <source>Permute to the order {x} does not fit the input {x2}, whose axes are 1 to {x3}.</source>
        <translation>Permute 的顺序 {x} 不适合输入 {x2}，它的轴为 1 到 {x3}。</translation>
    </message>
    <message>
        <source>Name each axis from 1 to {x} once; the batch, axis 0, stays where it is.</source>
        <translation>请把 1 到 {x} 的每个轴各写一次；批次即轴 0 保持原位。</translation>
    </message>
    <message>
        <source>ChannelShuffle works on channels with axes behind them, and receives {x}.</source>
        <translation>ChannelShuffle 作用于后面还有轴的通道，却收到 {x}。</translation>
    </message>
    <message>
        <source>ChannelShuffle's {groups} groups do not divide the {x} channels.</source>
        <translation>ChannelShuffle 的 {groups} 组不能整除 {x} 个通道。</translation>
    </message>
    <message>
        <source>Use a number of groups that divides {x}.</source>
        <translation>请使用能整除 {x} 的组数。</translation>
    </message>
    <message>
        <source>Sizes of the output without the batch; one may be -1</source>
        <translation>输出的各轴大小，不含批次；其中一个可为 -1</translation>
    </message>
    <message>
        <source>Axis to split; 0 is the batch</source>
        <translation>要拆分的轴；0 是批次</translation>
    </message>
    <message>
        <source>Sizes of the axes that it becomes; one may be -1</source>
        <translation>拆成的各轴的大小；其中一个可为 -1</translation>
    </message>
    <message>
        <source>The axes in their new order, from 1, each once</source>
        <translation>各轴的新顺序，从 1 数起，每个一次</translation>
    </message>
    <message>
        <source>Number of groups, which divides the channels</source>
        <translation>组数，须整除通道数</translation>
    </message>
    <message>
        <source>Multiplies by learned coefficients</source>
        <translation>乘以可学习的系数</translation>
    </message>
    <message>
        <source>Multiplies the branch by small learned coefficients</source>
        <translation>把分支乘以可学习的小系数</translation>
    </message>
    <message>
        <source>What has a coefficient of its own</source>
        <translation>什么各有自己的系数</translation>
    </message>
    <message>
        <source>Value of the coefficients at the beginning</source>
        <translation>系数的初始值</translation>
    </message>
    <message>
        <source>Add a learned number as well, at first 0</source>
        <translation>再加一个可学习的数，初始为 0</translation>
    </message>
    <message>
        <source>Axis to cut; 0 is the batch, 1 the channels</source>
        <translation>要截取的轴；0 是批次，1 是通道</translation>
    </message>
    <message>
        <source>Sizes of the parts, in order</source>
        <translation>各段的大小，按顺序</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>段数</translation>
    </message>
    <message>
        <source>Keeps a range of one axis</source>
        <translation>保留一个轴的一段</translation>
    </message>
    <message>
        <source>Cuts one axis into parts of given sizes, one output each</source>
        <translation>把一个轴切成给定大小的几段，每段一个输出</translation>
    </message>
    <message>
        <source>Cuts one axis into equal parts, one output each</source>
        <translation>把一个轴切成相等的几段，每段一个输出</translation>
    </message>
    <message>
        <source>Split's sizes {x} sum to {x2}, and axis {dim} of {x3} has {x4}.</source>
        <translation>Split 的大小 {x} 之和为 {x2}，而 {x3} 的轴 {dim} 有 {x4}。</translation>
    </message>
    <message>
        <source>Use sizes that sum to {x}, or Chunk for equal parts.</source>
        <translation>请使用总和为 {x} 的大小，或用 Chunk 等分。</translation>
    </message>
    <message>
        <source>Chunk cuts the {length} of axis {dim} of {x} into parts of {each}, which makes {count}, and not {chunks}.</source>
        <translation>Chunk 把 {x} 的轴 {dim} 上的 {length} 切成每段 {each}，得到 {count} 段，而不是 {chunks} 段。</translation>
    </message>
    <message>
        <source>Use {count} chunks, a number that divides {length}, or Split with sizes of your own.</source>
        <translation>请使用 {count} 段、能整除 {length} 的段数，或用 Split 自己给出大小。</translation>
    </message>
    <message>
        <source>Slice leaves nothing of axis {dim} of {x}: it goes from {start} to {stop} of {length}.</source>
        <translation>Slice 使 {x} 的轴 {dim} 什么都不剩：它在 {length} 中从 {start} 到 {stop}。</translation>
    </message>
    <message>
        <source>Let it stop behind its start; without a stop it goes to the end.</source>
        <translation>请让 stop 在 start 之后；不给 stop 则到末尾。</translation>
    </message>
    <message>
        <source>First place that is kept</source>
        <translation>保留的第一个位置</translation>
    </message>
    <message>
        <source>First place behind the range; none goes to the end</source>
        <translation>这一段之后的第一个位置；留空到末尾</translation>
    </message>
    <message>
        <source>From one place that is kept to the next</source>
        <translation>相邻两个保留位置之间的步长</translation>
    </message>
    <message>
        <source>Sums every window, times one learned coefficient plus one bias a map</source>
        <translation>对每个窗口求和，再乘以每图一个可学习的系数并加上一个偏置</translation>
    </message>
    <message>
        <source>What is multiplied by the coefficient: the sum of the window, as in LeNet-5, or its mean</source>
        <translation>系数所乘的量：窗口之和（如 LeNet-5）或其平均值</translation>
    </message>
    <message>
        <source>output_padding = {extra} is not smaller than the stride ({s}) or the dilation ({d}) in {axis}.</source>
        <translation>output_padding = {extra} 不小于{axis}上的步幅({s})或空洞率({d})。</translation>
    </message>
    <message>
        <source>Use an output_padding of at most {x}.</source>
        <translation>请使用不大于 {x} 的 output_padding。</translation>
    </message>
    <message>
        <source>{layer} makes {x} of {n} in {axis}, and padding = {p} takes away {x2} of them.</source>
        <translation>{layer} 由{axis}上的 {n} 得到 {x}，而 padding = {p} 去掉其中 {x2} 个。</translation>
    </message>
    <message>
        <source>Use a padding of at most {x}.</source>
        <translation>请使用不大于 {x} 的填充。</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make {x} larger</source>
        <translation>把学到的卷积核并排铺开，使{x}变大</translation>
    </message>
    <message>
        <source>Step of the output from one input cell to the next; 2 doubles the size</source>
        <translation>相邻输入单元在输出上的步幅；2 使尺寸加倍</translation>
    </message>
    <message>
        <source>Cells taken away from every side of the output</source>
        <translation>从输出每一边去掉的单元数</translation>
    </message>
    <message>
        <source>Cells more at the end of the output, fewer than the stride or the dilation: the sizes that a stride maps onto one</source>
        <translation>在输出末端多出的单元数，小于步幅或空洞率：用来区分被同一步幅映射到同一尺寸的各种尺寸</translation>
    </message>
    <message>
        <source>{_name} has two nodes named “{name}”. Give each its own name.</source>
        <translation>{_name} 有两个名为“{name}”的节点。请给每个不同的名称。</translation>
    </message>
    <message>
        <source>{_name}: {name} has the ports {x}, and receives {x2} sources. Give one source for every port.</source>
        <translation>{_name}：{name} 有端口 {x}，却收到 {x2} 个来源。请给每个端口一个来源。</translation>
    </message>
    <message>
        <source>is not a parameter of {kind}</source>
        <translation>不是 {kind} 的参数</translation>
    </message>
    <message>
        <source>{_name}: {name} takes {end}, which is not a node of it.</source>
        <translation>{_name}：{name} 取用 {end}，它不是其中的节点。</translation>
    </message>
    <message>
        <source>Select the nodes to copy.</source>
        <translation>请选择要复制的节点。</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>The clipboard holds no nodes.</source>
        <translation>剪贴板中没有节点。</translation>
    </message>
    <message>
        <source>{name} uses {x}, which is not a parameter here.</source>
        <translation>{name} 用到 {x}，它在这里不是参数。</translation>
    </message>
    <message>
        <source>The clipboard does not hold nodes of Skipwire.</source>
        <translation>剪贴板中不是 Skipwire 的节点。</translation>
    </message>
    <message>
        <source>The clipboard holds nodes of another version of Skipwire.</source>
        <translation>剪贴板中的节点来自另一个版本的 Skipwire。</translation>
    </message>
    <message>
        <source>The clipboard cannot be pasted. {error}</source>
        <translation>剪贴板无法粘贴。{error}</translation>
    </message>
    <message>
        <source>The clipboard cannot be pasted. It has no node for the wire {w}.</source>
        <translation>剪贴板无法粘贴。其中没有连线 {w} 的节点。</translation>
    </message>
    <message>
        <source>The nodes cannot be copied. {error}</source>
        <translation>这些节点无法复制。{error}</translation>
    </message>
    <message>
        <source>block {x} “{x2}”</source>
        <translation>模块 {x}“{x2}”</translation>
    </message>
    <message>
        <source>Two blocks are named “{twice}”.</source>
        <translation>两个模块都名为“{twice}”。</translation>
    </message>
    <message>
        <source>needs one value or a flat list, not a nest of them</source>
        <translation>需要一个值或一个平的列表，而不是嵌套的列表</translation>
    </message>
    <message>
        <source>{where}: the name {problem}.</source>
        <translation>{where}：名称{problem}。</translation>
    </message>
    <message>
        <source>{where}: two parameters are named “{twice}”.</source>
        <translation>{where}：两个参数都名为“{twice}”。</translation>
    </message>
    <message>
        <source>custom layer {x}: a line of its source holds a line break.</source>
        <translation>自定义层 {x}：源代码的一行中有换行符。</translation>
    </message>
    <message>
        <source>custom layer {x}: {problem}</source>
        <translation>自定义层 {x}：{problem}</translation>
    </message>
    <message>
        <source>{where}: the default of {x}.</source>
        <translation>{where}：{x} 的默认值。</translation>
    </message>
    <message>
        <source>is bent twice</source>
        <translation>弯折了两次</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>{where}bend {x}: the wire {x2} {why}.</source>
        <translation>{where}弯折 {x}：连线 {x2} {why}。</translation>
    </message>
    <message>
        <source>is for blocks only</source>
        <translation>只用于模块</translation>
    </message>
    <message>
        <source>Block {x} contains itself: {trail}.</source>
        <translation>模块 {x} 包含自身：{trail}。</translation>
    </message>
    <message>
        <source>{where}, parameter {x} “{x2}”</source>
        <translation>{where}，参数 {x}“{x2}”</translation>
    </message>
    <message>
        <source>{where}node {x} “{x2}”</source>
        <translation>{where}节点 {x}“{x2}”</translation>
    </message>
    <message>
        <source>block {x} “{x2}”, </source>
        <translation>模块 {x}“{x2}”，</translation>
    </message>
    <message>
        <source>The file has the unknown field “custom” for its version 1.</source>
        <translation>文件的版本 1 有未知字段“custom”。</translation>
    </message>
    <message>
        <source>The file has the unknown field “bookmarks” for its version 3.</source>
        <translation>文件有其版本 3 所没有的字段“bookmarks”。</translation>
    </message>
    <message>
        <source>This is not a Skipwire document.</source>
        <translation>这不是 Skipwire 文档。</translation>
    </message>
    <message>
        <source>The file has no version: a whole number in the field “version”.</source>
        <translation>文件没有版本：字段“version”中应为整数。</translation>
    </message>
    <message>
        <source>The file has version {version} of the format, and this Skipwire knows up to {VERSION}. Update Skipwire to open it.</source>
        <translation>文件的格式版本为 {version}，而此 Skipwire 最高支持 {VERSION}。请更新 Skipwire 后打开。</translation>
    </message>
    <message>
        <source>The file has the unknown field “{name}” for its version 2.</source>
        <translation>文件的版本 2 有未知字段“{name}”。</translation>
    </message>
    <message>
        <source>The file has the unknown field “unfolded” for its version 3.</source>
        <translation>文件有其版本 3 所没有的字段“unfolded”。</translation>
    </message>
    <message>
        <source>The network cannot be written: {error}.</source>
        <translation>网络无法写出：{error}。</translation>
    </message>
    <message>
        <source>“{path}” is not a file.</source>
        <translation>“{path}”不是文件。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {x}.</source>
        <translation>无法读取“{path}”：{x}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened. {error}</source>
        <translation>无法打开“{name}”。{error}</translation>
    </message>
    <message>
        <source>“{path}” cannot be saved: {x}.</source>
        <translation>无法保存“{path}”：{x}。</translation>
    </message>
    <message>
        <source>There is no version {version} of the format.</source>
        <translation>没有格式版本 {version}。</translation>
    </message>
    <message>
        <source>The file has the unknown field “{name}” for its version 3.</source>
        <translation>文件的版本 3 有未知字段“{name}”。</translation>
    </message>
    <message>
        <source>A network's name is one line of 1 to {MAX_NAME} characters.</source>
        <translation>网络的名称是一行 1 到 {MAX_NAME} 个字符。</translation>
    </message>
    <message>
        <source>There is no wire {wire}.</source>
        <translation>没有连线 {wire}。</translation>
    </message>
    <message>
        <source>{name} cannot stand on a wire: {kind} has no {lacking}.</source>
        <translation>{name} 不能放在连线上：{kind} 没有{lacking}。</translation>
    </message>
    <message>
        <source>A name may have {MAX_NAME} characters; this has {x}.</source>
        <translation>名称最多 {MAX_NAME} 个字符；这里有 {x} 个。</translation>
    </message>
    <message>
        <source>There is a node named “{name}” already; choose another name.</source>
        <translation>已有名为“{name}”的节点；请另取名称。</translation>
    </message>
    <message>
        <source>{name} cannot stand at {position}: that is off the canvas.</source>
        <translation>{name} 不能放在 {position}：那里在画布之外。</translation>
    </message>
    <message>
        <source>{name} has wires already; cut them before it goes between others.</source>
        <translation>{name} 已有连线；请先剪断，再放到其他节点之间。</translation>
    </message>
    <message>
        <source>Select {least} nodes or more.</source>
        <translation>请选择至少 {least} 个节点。</translation>
    </message>
    <message>
        <source>Copies of the block in a chain</source>
        <translation>该模块串联的份数</translation>
    </message>
    <message>
        <source>Whether the node acts, or passes its input through</source>
        <translation>节点是否起作用，或只传递输入</translation>
    </message>
    <message>
        <source>Times the learning rate, in training</source>
        <translation>训练时学习率的倍数</translation>
    </message>
    <message>
        <source>{name}: {name2} is not a parameter of {kind}.</source>
        <translation>{name}：{name2} 不是 {kind} 的参数。</translation>
    </message>
    <message>
        <source>{reason}; “{first}” does not</source>
        <translation>{reason}；“{first}”不是这样</translation>
    </message>
    <message>
        <source>{name} cannot repeat: only blocks do. Make a block of it first.</source>
        <translation>{name} 不能重复：只有模块可以。请先把它做成模块。</translation>
    </message>
    <message>
        <source>must be a number of at most {MAX_MAGNITUDE}</source>
        <translation>必须是不大于 {MAX_MAGNITUDE} 的数</translation>
    </message>
    <message>
        <source>the names here are {x}</source>
        <translation>这里的名称有 {x}</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{name} names {x}, and {here}. Names are the parameters of the block around, and the channels that enter it.</source>
        <translation>{name} 用到 {x}，而{here}。可用的名称是外层模块的参数和进入它的通道数。</translation>
    </message>
    <message>
        <source>{name} cannot be switched off: it is an {kind}.</source>
        <translation>{name} 不能关闭：它是 {kind}。</translation>
    </message>
    <message>
        <source>{name}: {parameter} depends on the index {INDEX} of the copies; give it a plain value before there is only one copy.</source>
        <translation>{name}：{parameter} 取决于份的序号 {INDEX}；只剩一份之前请给它普通的值。</translation>
    </message>
    <message>
        <source>{new} has room for one wire, and {x} would come.</source>
        <translation>{new} 只有一条连线的位置，却会有 {x} 条。</translation>
    </message>
    <message>
        <source>line {line}: {fault}</source>
        <translation>第 {line} 行：{fault}</translation>
    </message>
    <message>
        <source>it may have {MAX_NAME} characters</source>
        <translation>最多 {MAX_NAME} 个字符</translation>
    </message>
    <message>
        <source>{x} cannot be the name of the class: {reason}.</source>
        <translation>{x} 不能作为类名：{reason}。</translation>
    </message>
    <message>
        <source>it is the name of a layer of the catalogue</source>
        <translation>它是目录中某层的名称</translation>
    </message>
    <message>
        <source>{name} is used by {name2} in {x}; remove that first.</source>
        <translation>{name} 被 {x} 中的 {name2} 使用；请先移除它。</translation>
    </message>
    <message>
        <source>There is no custom layer named “{name}”.</source>
        <translation>没有名为“{name}”的自定义层。</translation>
    </message>
    <message>
        <source>a layer of the catalogue brings a class of that name</source>
        <translation>目录中的某层带有同名的类</translation>
    </message>
    <message>
        <source>{bound} means something else in {name}: `{line}`. Use one name.</source>
        <translation>{bound} 在 {name} 中另有含义：`{line}`。请使用同一个名称。</translation>
    </message>
    <message>
        <source>the default of {error}.</source>
        <translation>{error} 的默认值。</translation>
    </message>
    <message>
        <source>it is the name of a block of this network</source>
        <translation>它是本网络中某模块的名称</translation>
    </message>
    <message>
        <source>another custom layer of this network has it</source>
        <translation>本网络的另一个自定义层已用此名</translation>
    </message>
    <message>
        <source>it means torch's own Tensor</source>
        <translation>它指 torch 自己的 Tensor</translation>
    </message>
    <message>
        <source>it {problem}</source>
        <translation>它{problem}</translation>
    </message>
    <message>
        <source>becomes the name of a class, and begins with a letter</source>
        <translation>会成为类名，须以字母开头</translation>
    </message>
    <message>
        <source>may have {MAX_NAME} characters</source>
        <translation>最多 {MAX_NAME} 个字符</translation>
    </message>
    <message>
        <source>is the name of a layer</source>
        <translation>是某层的名称</translation>
    </message>
    <message>
        <source>{x}… may have {MAX_NAME} characters</source>
        <translation>{x}…最多 {MAX_NAME} 个字符</translation>
    </message>
    <message>
        <source>“{name}” has a meaning of its own in expressions</source>
        <translation>“{name}”在表达式中有自己的含义</translation>
    </message>
    <message>
        <source>“{name}” has a meaning of its own in the generated constructor</source>
        <translation>“{name}”在生成的构造函数中有自己的含义</translation>
    </message>
    <message>
        <source>“{name}” has a choice that begins with =, which marks an expression</source>
        <translation>“{name}”有一个以 = 开头的选项，而 = 表示表达式</translation>
    </message>
    <message>
        <source>the default of {error}</source>
        <translation>{error} 的默认值</translation>
    </message>
    <message>
        <source>Only what stands in a block can become a parameter of it.</source>
        <translation>只有模块中的内容才能成为它的参数。</translation>
    </message>
    <message>
        <source>{who}: {parameter} has several values; give them one value first.</source>
        <translation>{who}：{parameter} 有多个值；请先给它们同一个值。</translation>
    </message>
    <message>
        <source>{who}: {parameter} is {x}, which follows from what is known.</source>
        <translation>{who}：{parameter} 是 {x}，由已知的内容得出。</translation>
    </message>
    <message>
        <source>{who}: {parameter} is “{x}”; a parameter needs a number here.</source>
        <translation>{who}：{parameter} 是“{x}”；参数在这里需要一个数。</translation>
    </message>
    <message>
        <source>{name}: {parameter} is not a parameter of {kind}.</source>
        <translation>{name}：{parameter} 不是 {kind} 的参数。</translation>
    </message>
    <message>
        <source>{name} ({kind}) is a layer, which has no definition to copy.</source>
        <translation>{name}({kind})是层，没有可复制的定义。</translation>
    </message>
    <message>
        <source>{name} is the only {name2}: the definition is its own already.</source>
        <translation>{name} 是唯一的 {name2}：定义已经是它自己的。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a block: it {problem}.</source>
        <translation>“{name}”不能作为模块的名称：它{problem}。</translation>
    </message>
    <message>
        <source>There is a block named “{name}” already; choose another name.</source>
        <translation>已有名为“{name}”的模块；请另取名称。</translation>
    </message>
    <message>
        <source>There is a custom layer named “{name}” already; choose another name.</source>
        <translation>已有名为“{name}”的自定义层；请另取名称。</translation>
    </message>
    <message>
        <source>{name} uses {x}, which would no longer be a parameter of {block_name}; give {name} a plain value first.</source>
        <translation>{name} 用到 {x}，它将不再是 {block_name} 的参数；请先给 {name} 普通的值。</translation>
    </message>
    <message>
        <source>A parameter of a block is not valid: {problem}.</source>
        <translation>模块的一个参数无效：{problem}。</translation>
    </message>
    <message>
        <source>There are two parameters named “{name}”.</source>
        <translation>有两个名为“{name}”的参数。</translation>
    </message>
    <message>
        <source>{name} ({kind}) is a layer: there is nothing in it to show.</source>
        <translation>{name}({kind})是层：其中没有可显示的内容。</translation>
    </message>
    <message>
        <source>There is no room on the canvas for {name}.</source>
        <translation>画布上没有放 {name} 的位置。</translation>
    </message>
    <message>
        <source>None of the other places can take {name}.</source>
        <translation>其他位置都不能用 {name}。</translation>
    </message>
    <message>
        <source>Select the nodes that are to become a block.</source>
        <translation>请选择要做成模块的节点。</translation>
    </message>
    <message>
        <source>A path leaves the selection and comes back to {back} through {through}; select {through} too.</source>
        <translation>有一条路径离开所选部分，又经 {through} 回到 {back}；请把 {through} 也选上。</translation>
    </message>
    <message>
        <source>The channels that enter {scope}</source>
        <translation>进入 {scope} 的通道数</translation>
    </message>
    <message>
        <source>{name} is an {kind}, which cannot go into a block.</source>
        <translation>{name} 是 {kind}，不能放进模块。</translation>
    </message>
    <message>
        <source>There can be {MAX_MARKS} frames and as many notes.</source>
        <translation>最多可有 {MAX_MARKS} 个框和同样多的便签。</translation>
    </message>
    <message>
        <source>{what} has to be {LEAST} units wide and high at least, and not beyond the canvas; this would be {size}.</source>
        <translation>{what}的宽和高至少为 {LEAST}，且不超出画布；这里会是 {size}。</translation>
    </message>
    <message>
        <source>What was selected is not there any more.</source>
        <translation>所选的内容已不存在。</translation>
    </message>
    <message>
        <source>The title of a frame may have {MAX_TITLE} characters; this has {x}.</source>
        <translation>框的标题最多 {MAX_TITLE} 个字符；这里有 {x} 个。</translation>
    </message>
    <message>
        <source>A note may have {MAX_TEXT} characters; this has {x}.</source>
        <translation>便签最多 {MAX_TEXT} 个字符；这里有 {x} 个。</translation>
    </message>
    <message>
        <source>{wire} can be led through {MAX_POINTS} points.</source>
        <translation>{wire} 最多可经过 {MAX_POINTS} 个点。</translation>
    </message>
    <message>
        <source>{name} ({kind}) has no input named “{port}”.</source>
        <translation>{name}({kind})没有名为“{port}”的输入。</translation>
    </message>
    <message>
        <source>{node} already receives {source} at its input “{port}”.</source>
        <translation>{node} 的输入“{port}”已收到 {source}。</translation>
    </message>
    <message>
        <source>This would close a cycle: {nodes}.</source>
        <translation>这会形成环：{nodes}。</translation>
    </message>
    <message>
        <source>There is no node named “{node}” here.</source>
        <translation>这里没有名为“{node}”的节点。</translation>
    </message>
    <message>
        <source>{name} ({kind}) has no output named “{port}”.</source>
        <translation>{name}({kind})没有名为“{port}”的输出。</translation>
    </message>
    <message>
        <source>{node} cannot feed itself.</source>
        <translation>{node} 不能作为自己的输入。</translation>
    </message>
    <message>
        <source>{node} already receives {source} at its input.</source>
        <translation>{node} 的输入已收到 {source}。</translation>
    </message>
    <message>
        <source>{fixed} is an Input or Output, which nothing else can stand for.</source>
        <translation>{fixed} 是 Input 或 Output，没有别的可以代替它。</translation>
    </message>
    <message>
        <source>No node can become an {kind}: add one and wire it.</source>
        <translation>没有节点可以变成 {kind}：请添加一个并连线。</translation>
    </message>
    <message>
        <source>{name} has nothing to learn: it is an {kind}.</source>
        <translation>{name} 没有可学习的内容：它是 {kind}。</translation>
    </message>
    <message>
        <source>{name} ({kind}) is a layer, and only blocks can be unpacked.</source>
        <translation>{name}({kind})是层，只有模块可以展开。</translation>
    </message>
    <message>
        <source>{name} cannot be unpacked: it passes an input on, and a node would receive the same wire twice.</source>
        <translation>{name} 不能展开：它原样传递输入，有节点会收到两次同一条连线。</translation>
    </message>
    <message>
        <source>{name} is switched off; switch it on before unpacking it.</source>
        <translation>{name} 已关闭；展开之前请打开它。</translation>
    </message>
    <message>
        <source>{name} repeats {copies} times; give it a plain number before unpacking it.</source>
        <translation>{name} 重复 {copies} 次；展开之前请给它普通的数。</translation>
    </message>
    <message>
        <source>{name} repeats, and {name2} does not have exactly one input and one output to chain.</source>
        <translation>{name} 会重复，而 {name2} 不是恰有一个输入和一个输出可串联。</translation>
    </message>
    <message>
        <source>Unpacking {name} would make more than {MAX_UNPACKED} nodes.</source>
        <translation>展开 {name} 会产生超过 {MAX_UNPACKED} 个节点。</translation>
    </message>
    <message>
        <source>are not the same everywhere</source>
        <translation>各处不相同</translation>
    </message>
    <message>
        <source>are not known here</source>
        <translation>在这里未知</translation>
    </message>
    <message>
        <source>{name} names {x}, the channels that enter it, which {why}. Write a number in its place, and unpack it then.</source>
        <translation>{name} 用到进入它的通道数 {x}，而它{why}。请写成数，然后再展开。</translation>
    </message>
    <message>
        <source>There is no wire {x}.</source>
        <translation>没有连线 {x}。</translation>
    </message>
    <message>
        <source>The new order has to name each of the wires into {target} once.</source>
        <translation>新的顺序须把进入 {target} 的每条连线各写一次。</translation>
    </message>
    <message>
        <source>An expression may have {MAX_LENGTH} characters; this has {x}.</source>
        <translation>表达式最多 {MAX_LENGTH} 个字符；这里有 {x} 个。</translation>
    </message>
    <message>
        <source>“{text}” uses {__name__}, which expressions do not have. They have numbers, parameters, + - * / // % **, comparisons, and, or, not, if else, min, max.</source>
        <translation>“{text}”用到 {__name__}，表达式不支持。支持数、参数、+ - * / // % **、比较、and、or、not、if else、min、max。</translation>
    </message>
    <message>
        <source>“{text}” is not a real number.</source>
        <translation>“{text}”不是实数。</translation>
    </message>
    <message>
        <source>“{text}” is larger than {MAX_MAGNITUDE}.</source>
        <translation>“{text}”大于 {MAX_MAGNITUDE}。</translation>
    </message>
    <message>
        <source>“{text}” is not an expression: {x}</source>
        <translation>“{text}”不是表达式：{x}</translation>
    </message>
    <message>
        <source>“{text}” divides by zero.</source>
        <translation>“{text}”除以零。</translation>
    </message>
    <message>
        <source>“{text}” has no value: {x}</source>
        <translation>“{text}”没有值：{x}</translation>
    </message>
    <message>
        <source>“{name}” is not known</source>
        <translation>“{name}”未知</translation>
    </message>
    <message>
        <source>“{text}” uses {name}</source>
        <translation>“{text}”用到 {name}</translation>
    </message>
    <message>
        <source>there are no names here</source>
        <translation>这里没有名称</translation>
    </message>
    <message>
        <source>{uses}, and {known}.</source>
        <translation>{uses}，而{known}。</translation>
    </message>
    <message>
        <source>“{text}” calculates with something not a number.</source>
        <translation>“{text}”用非数的内容计算。</translation>
    </message>
    <message>
        <source>“{text}” has a power over {MAX_POWER}.</source>
        <translation>“{text}”的幂超过 {MAX_POWER}。</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>block {scope}</source>
        <translation>模块 {scope}</translation>
    </message>
    <message>
        <source>There is no node named “{name}” here.</source>
        <translation>这里没有名为“{name}”的节点。</translation>
    </message>
    <message>
        <source>{kind} cannot stand in block {scope}: {scope} would contain itself.</source>
        <translation>{kind} 不能放在模块 {scope} 中：否则 {scope} 会包含它自己。</translation>
    </message>
    <message>
        <source>ends in a number, and has letters, digits, _ and - before it, the first a letter</source>
        <translation>以数字结尾，其前可有字母、数字、_ 和 -，第一个为字母</translation>
    </message>
    <message>
        <source>may hold letters, digits and _, and begins with a letter</source>
        <translation>可含字母、数字和 _，并以字母开头</translation>
    </message>
    <message>
        <source>is a word of the Python language</source>
        <translation>是 Python 语言的保留词</translation>
    </message>
    <message>
        <source>“{name}” cannot be a name here: it {problem}.</source>
        <translation>“{name}”在这里不能作为名称：它{problem}。</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to {MAX_REPEAT}, not {value}</source>
        <translation>必须是 1 到 {MAX_REPEAT} 的整数，而不是 {value}</translation>
    </message>
    <message>
        <source>must be true or false, not {value}</source>
        <translation>必须是 true 或 false，而不是 {value}</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>{word} is not a number that a network can hold.</source>
        <translation>{word} 不是网络能保存的数。</translation>
    </message>
    <message>
        <source>Object contains unknown field</source>
        <translation>Object contains unknown field</translation>
    </message>
    <message>
        <source>has the unknown field</source>
        <translation>有未知字段</translation>
    </message>
    <message>
        <source>Object missing required field</source>
        <translation>对象缺少必需的字段</translation>
    </message>
    <message>
        <source>lacks the field</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is larger than {x} MiB.</source>
        <translation>文件大于 {x} MiB。</translation>
    </message>
    <message>
        <source>An object{where} holds the field “{x}” twice.</source>
        <translation>一个对象{where}有两个字段“{x}”。</translation>
    </message>
    <message>
        <source>The number {x}… has {x2} digits.</source>
        <translation>数 {x}… 有 {x2} 位。</translation>
    </message>
    <message>
        <source>The number {x} is too large.</source>
        <translation>数 {x} 太大。</translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation>过早结束</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>The file {what} at line {lineno}, column {colno}: {msg}.</source>
        <translation>文件{what}，在第 {lineno} 行第 {colno} 列：{msg}。</translation>
    </message>
    <message>
        <source>The file is nested far deeper than a network ever is.</source>
        <translation>文件的嵌套远比任何网络都深。</translation>
    </message>
    <message>
        <source>element {x}</source>
        <translation>元素 {x}</translation>
    </message>
    <message>
        <source>The file is not text: byte {x} is not UTF-8. It is damaged, or not from Skipwire.</source>
        <translation>文件不是文本：字节 {x} 不是 UTF-8。它已损坏，或不是来自 Skipwire。</translation>
    </message>
    <message>
        <source>The text holds half of a surrogate pair at character {x}.</source>
        <translation>文本在字符 {x} 处只有半个代理对。</translation>
    </message>
    <message>
        <source>Line {line} holds {escape}, which is half of a surrogate pair.</source>
        <translation>第 {line} 行有 {escape}，它是半个代理对。</translation>
    </message>
    <message>
        <source>Unterminated string</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>needs {x}, not {x2}</source>
        <translation>需要{x}，而不是 {x2}</translation>
    </message>
    <message>
        <source>needs {x}, and has no value</source>
        <translation>需要{x}，却没有值</translation>
    </message>
    <message>
        <source>is for tensors of any shape, and {name} needs two axes: use {x}</source>
        <translation>用于任意形状的张量，而 {name} 需要两个轴：请使用 {x}</translation>
    </message>
    <message>
        <source>must be at least {minimum}, not {x}</source>
        <translation>必须至少为 {minimum}，而不是 {x}</translation>
    </message>
    <message>
        <source>must be more than {above}, not {x}</source>
        <translation>必须大于 {above}，而不是 {x}</translation>
    </message>
    <message>
        <source>must be at most {maximum}, not {x}</source>
        <translation>必须至多为 {maximum}，而不是 {x}</translation>
    </message>
    <message>
        <source>one of {x}</source>
        <translation>“{x}”之一</translation>
    </message>
    <message>
        <source>one whole number or a pair (height, width)</source>
        <translation>一个整数或一对（高，宽）</translation>
    </message>
    <message>
        <source>one whole number or three (depth, height, width)</source>
        <translation>一个整数或三个（深，高，宽）</translation>
    </message>
    <message>
        <source>one to four whole numbers, such as (3, 224, 224)</source>
        <translation>一到四个整数，例如 (3, 224, 224)</translation>
    </message>
    <message>
        <source>one to {MAX_INTS} whole numbers, such as (16, 32)</source>
        <translation>一到 {MAX_INTS} 个整数，例如 (16, 32)</translation>
    </message>
    <message>
        <source>an initialiser, such as normal(std=0.01)</source>
        <translation>一种初始化方法，例如 normal(std=0.01)</translation>
    </message>
    <message>
        <source>one of that size</source>
        <translation>该大小之一</translation>
    </message>
    <message>
        <source>must be a finite number, not {shown}</source>
        <translation>必须是有限的数，而不是 {shown}</translation>
    </message>
    <message>
        <source>The layers “{name}” of {package} are left out: {reason}</source>
        <translation>{package} 的层“{name}”未载入：{reason}</translation>
    </message>
    <message>
        <source>it gives a {__name__}, and must give a LayerSpec or a sequence of them.</source>
        <translation>它给出 {__name__}，而必须给出一个 LayerSpec 或其序列。</translation>
    </message>
    <message>
        <source>the third-party layer {id} failed: {what}.</source>
        <translation>第三方层 {id} 失败：{what}。</translation>
    </message>
    <message>
        <source>Tell its authors, or use another layer.</source>
        <translation>请告知其作者，或使用其他层。</translation>
    </message>
    <message>
        <source>it gives a {__name__} where a LayerSpec belongs.</source>
        <translation>它在应为 LayerSpec 之处给出 {__name__}。</translation>
    </message>
    <message>
        <source>{id} cannot be the id of a layer: ids are names as in Python.</source>
        <translation>{id} 不能作为层的标识：标识须是 Python 的名称。</translation>
    </message>
    <message>
        <source>there is a layer {id} already.</source>
        <translation>已有层 {id}。</translation>
    </message>
    <message>
        <source>{id} needs inputs, of which the last alone may be variadic.</source>
        <translation>{id} 需要输入，其中只有最后一个可以接任意多条连线。</translation>
    </message>
    <message>
        <source>{id} has no code.</source>
        <translation>{id} 没有代码。</translation>
    </message>
    <message>
        <source>{id} has no {what}.</source>
        <translation>{id} 没有{what}。</translation>
    </message>
    <message>
        <source>{id} has two parameters or two inputs of one name.</source>
        <translation>{id} 有两个同名的参数或两个同名的输入。</translation>
    </message>
    <message>
        <source>{id} has a default that it refuses itself: {error}.</source>
        <translation>{id} 有一个它自己拒绝的默认值：{error}。</translation>
    </message>
    <message>
        <source>the text of {id} is not the class {name}.</source>
        <translation>{id} 的文本不是类 {name}。</translation>
    </message>
    <message>
        <source>{id} is made by {made}, which is no name.</source>
        <translation>{id} 由 {made} 产生，它不是名称。</translation>
    </message>
    <message>
        <source>its shape rule gives a {__name__}</source>
        <translation>它的形状规则给出 {__name__}</translation>
    </message>
    <message>
        <source>its shape rule gives {x} outputs</source>
        <translation>它的形状规则给出 {x} 个输出</translation>
    </message>
    <message>
        <source>it gives two layers of one id.</source>
        <translation>它给出两个标识相同的层。</translation>
    </message>
    <message>
        <source>the class {name} of {id} is not Python: {msg}.</source>
        <translation>{id} 的类 {name} 不是 Python:{msg}。</translation>
    </message>
    <message>
        <source>{layer} works on {x} ({axes}), and receives {x2}.</source>
        <translation>{layer} 作用于{x}({axes})，却收到 {x2}。</translation>
    </message>
    <message>
        <source>Give it an input of {wanted} axes, not {x}.</source>
        <translation>请给它 {wanted} 个轴的输入，而不是 {x} 个。</translation>
    </message>
    <message>
        <source> (a kernel of {k} with dilation {d})</source>
        <translation>（核为 {k}，空洞率为 {d}）</translation>
    </message>
    <message>
        <source>{n} and {padded} with padding</source>
        <translation>{n}，加上填充为 {padded}</translation>
    </message>
    <message>
        <source>{layer}'s window covers {reach} in {axis}{spread}, and its input is only {given}.</source>
        <translation>{layer} 的窗口在{axis}上覆盖 {reach}{spread}，而它的输入只有 {given}。</translation>
    </message>
    <message>
        <source>Use a kernel of at most {x}, more padding, or less downsampling before it.</source>
        <translation>请使用不大于 {x} 的窗口、更多填充，或在之前少做下采样。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>is not a parameter of {id}</source>
        <translation>不是 {id} 的参数</translation>
    </message>
    <message>
        <source> The same holds at {x}.</source>
        <translation>在 {x} 也是如此。</translation>
    </message>
    <message>
        <source> and {x} others</source>
        <translation>和另外 {x} 个</translation>
    </message>
    <message>
        <source>Change {name} to {kind}</source>
        <translation>把 {name} 改为 {kind}</translation>
    </message>
    <message>
        <source>Flatten the input of {name}</source>
        <translation>展平 {name} 的输入</translation>
    </message>
    <message>
        <source>Lay the input of {name} out as {x}</source>
        <translation>把 {name} 的输入排成 {x}</translation>
    </message>
    <message>
        <source>Flatten everything but the batch in {name}</source>
        <translation>在 {name} 中展平批次以外的全部</translation>
    </message>
    <message>
        <source>Average every map before {name}, and flatten</source>
        <translation>在 {name} 之前取每个特征图的平均，并展平</translation>
    </message>
    <message>
        <source>Use axis {dim} in {name}</source>
        <translation>在 {name} 中使用轴 {dim}</translation>
    </message>
    <message>
        <source>Move {name} behind {name2}</source>
        <translation>把 {name} 移到 {name2} 之后</translation>
    </message>
    <message>
        <source>an upsampling by {factor}</source>
        <translation>{factor} 倍上采样</translation>
    </message>
    <message>
        <source> at stride {x}</source>
        <translation>，步幅 {x}</translation>
    </message>
    <message>
        <source>add a 1×1 projection to {channels} channels{by}</source>
        <translation>加一个到 {channels} 个通道的 1×1 投影{by}</translation>
    </message>
    <message>
        <source>pad with zeros to {channels} channels</source>
        <translation>用零补到 {channels} 个通道</translation>
    </message>
    <message>
        <source>add a {x} max pool</source>
        <translation>加一个 {x} 最大池化</translation>
    </message>
    <message>
        <source>pool adaptively to {x}</source>
        <translation>自适应池化到 {x}</translation>
    </message>
    <message>
        <source>crop to {x}</source>
        <translation>裁剪到 {x}</translation>
    </message>
    <message>
        <source>add a linear layer to {channels} features</source>
        <translation>加一个到 {channels} 个特征的线性层</translation>
    </message>
    <message>
        <source>add {phrase}</source>
        <translation>加{phrase}</translation>
    </message>
    <message>
        <source>{says} and {phrase}</source>
        <translation>{says}和{phrase}</translation>
    </message>
    <message>
        <source>repeat it over {x}</source>
        <translation>沿 {x} 重复</translation>
    </message>
    <message>
        <source>pad with zeros to {x}</source>
        <translation>用零补到 {x}</translation>
    </message>
    <message>
        <source>give {{}} the padding that keeps the size{number}</source>
        <translation>给 {{}} 保持尺寸的填充{number}</translation>
    </message>
    <message>
        <source>set the {parameter} of {{}} to {x}</source>
        <translation>把 {{}} 的 {parameter} 设为 {x}</translation>
    </message>
    <message>
        <source>Set the {text} of {name} to {channels}</source>
        <translation>把 {name} 的 {text} 设为 {channels}</translation>
    </message>
    <message>
        <source>Flatten the branches of {names}</source>
        <translation>展平 {names} 的分支</translation>
    </message>
    <message>
        <source>Average the maps of {names}, and flatten them</source>
        <translation>对 {names} 的特征图取平均，并展平</translation>
    </message>
    <message>
        <source>use “same” padding in {}</source>
        <translation>在 {} 中使用“same”填充</translation>
    </message>
    <message>
        <source>Give the nodes named {name} names of their own</source>
        <translation>给名为 {name} 的节点各自的名称</translation>
    </message>
    <message>
        <source>Keep only the first node named {name}</source>
        <translation>只保留第一个名为 {name} 的节点</translation>
    </message>
    <message>
        <source>Name the blocks that no node shows {x}</source>
        <translation>把没有节点显示的模块命名为 {x}</translation>
    </message>
    <message>
        <source>Rename {x}</source>
        <translation>重命名 {x}</translation>
    </message>
    <message>
        <source>Set {name} back to a plain Output</source>
        <translation>把 {name} 改回普通的 Output</translation>
    </message>
    <message>
        <source>Change {name} to {x}</source>
        <translation>把 {name} 改为 {x}</translation>
    </message>
    <message>
        <source>Let {name} not be auxiliary</source>
        <translation>使 {name} 不再是辅助输出</translation>
    </message>
    <message>
        <source>Set {name} of {name2} back to {default}</source>
        <translation>把 {name2} 的 {name} 改回 {default}</translation>
    </message>
    <message>
        <source>Switch {name} on</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Let {name} stand once</source>
        <translation>使 {name} 只有一份</translation>
    </message>
    <message>
        <source>Give {name} {near} output channels, which {groups} groups divide</source>
        <translation>给 {name} {near} 个输出通道，可被 {groups} 组整除</translation>
    </message>
    <message>
        <source>Add a 1×1 projection to {wanted} channels before {name}</source>
        <translation>在 {name} 之前加一个到 {wanted} 个通道的 1×1 投影</translation>
    </message>
    <message>
        <source>Use a kernel of {size} with a padding of {x} in {name}</source>
        <translation>在 {name} 中使用大小为 {size}、填充为 {x} 的核</translation>
    </message>
    <message>
        <source>Give {name} a padding of {x}</source>
        <translation>给 {name} 大小为 {x} 的填充</translation>
    </message>
    <message>
        <source>Use {fitting} group{x} in {name}</source>
        <translation>在 {name} 中使用 {fitting} 组</translation>
    </message>
    <message>
        <source>Use a kernel of {x} in {name}</source>
        <translation>在 {name} 中使用大小为 {x} 的核</translation>
    </message>
    <message>
        <source>Give {name} “same” padding</source>
        <translation>给 {name}“same”填充</translation>
    </message>
    <message>
        <source>Use no dilation in {name}</source>
        <translation>在 {name} 中不用空洞</translation>
    </message>
    <message>
        <source>Set the stride of {name} from {x} to 1</source>
        <translation>把 {name} 的步幅从 {x} 设为 1</translation>
    </message>
    <message>
        <source>Remove {name}, which makes the maps smaller before it</source>
        <translation>移除 {name}，它在此之前使特征图变小</translation>
    </message>
    <message>
        <source>Make {name} depthwise: one group a channel</source>
        <translation>使 {name} 成为深度卷积：每个通道一组</translation>
    </message>
    <message>
        <source>Give {name} {listed}</source>
        <translation>给 {name} {listed}</translation>
    </message>
    <message>
        <source>output {port} of {node}</source>
        <translation>{node} 的输出 {port}</translation>
    </message>
    <message>
        <source>input {port} of {node}</source>
        <translation>{node} 的输入 {port}</translation>
    </message>
    <message>
        <source>Draw a wire from {x} to {x2}</source>
        <translation>画一条从 {x} 到 {x2} 的连线</translation>
    </message>
    <message>
        <source>Remove the wire from {node} to {node2}</source>
        <translation>移除从 {node} 到 {node2} 的连线</translation>
    </message>
    <message>
        <source>Add an Output for {name}</source>
        <translation>为 {name} 加一个 Output</translation>
    </message>
    <message>
        <source>, and {x} before it that nothing else uses</source>
        <translation>，以及之前没有其他用处的 {x}</translation>
    </message>
    <message>
        <source>Add an Input before {node}</source>
        <translation>在 {node} 之前加一个 Input</translation>
    </message>
    <message>
        <source>Add an Output after {name}</source>
        <translation>在 {name} 之后加一个 Output</translation>
    </message>
    <message>
        <source>Add an Input before {name}</source>
        <translation>在 {name} 之前加一个 Input</translation>
    </message>
    <message>
        <source>{joins} the {x} branches before {name}</source>
        <translation>在 {name} 之前用 {joins} 合并 {x} 个分支</translation>
    </message>
    <message>
        <source>Remove the {x} wires from outputs that {node} no longer has</source>
        <translation>移除 {node} 已没有的输出的 {x} 条连线</translation>
    </message>
    <message>
        <source>Feed {node} from {node2} instead of {node3}</source>
        <translation>让 {node} 取自 {node2} 而不是 {node3}</translation>
    </message>
    <message>
        <source>Remove the wire {wire}</source>
        <translation>移除连线 {wire}</translation>
    </message>
    <message>
        <source>Add an Input</source>
        <translation>加一个 Input</translation>
    </message>
    <message>
        <source>Keep only the wire from {node}</source>
        <translation>只保留来自 {node} 的连线</translation>
    </message>
    <message>
        <source>Lead the wire from {source} to {target}</source>
        <translation>把来自 {source} 的连线引到 {target}</translation>
    </message>
    <message>
        <source>Draw a wire from {name} to {name2}</source>
        <translation>从 {name} 到 {name2} 画一条连线</translation>
    </message>
    <message>
        <source>Merge of a single branch</source>
        <translation>只有一个分支的合并</translation>
    </message>
    <message>
        <source>A sum, a product or a concatenation of one branch is that branch: either another one is missing, or the node can go.</source>
        <translation>只有一个分支的和、积或拼接就是该分支本身：要么缺了另一个分支，要么可以去掉这个节点。</translation>
    </message>
    <message>
        <source>{path}: it receives one branch only, and passes it on as it is.</source>
        <translation>{path}：它只收到一个分支，并原样传下去。</translation>
    </message>
    <message>
        <source>Add {x} shortcuts around layers that keep the shape</source>
        <translation>在保持形状的层周围加 {x} 条捷径</translation>
    </message>
    <message>
        <source>More than {MOST_IN_A_ROW} weighted layers in a row</source>
        <translation>连续超过 {MOST_IN_A_ROW} 个带权重的层</translation>
    </message>
    <message>
        <source>Plain networks get worse with depth, in training too: the gradient has to pass every layer. A shortcut lets it pass around them.</source>
        <translation>没有捷径的网络越深越差，训练时也是如此：梯度必须穿过每一层。捷径让它绕过去。</translation>
    </message>
    <message>
        <source>He, Zhang, Ren and Sun, Deep Residual Learning, 2015 (arXiv:1512.03385), section 4.1</source>
        <translation>He, Zhang, Ren and Sun, Deep Residual Learning, 2015 (arXiv:1512.03385), section 4.1</translation>
    </message>
    <message>
        <source>A layer that everything runs through should not shrink the representation much at once, least of all early: its size is to fall gently from the input to the output.</source>
        <translation>所有数据都要经过的层不应一下子大幅压缩表示，尤其不应过早：其大小应从输入到输出缓缓下降。</translation>
    </message>
    <message>
        <source>Szegedy et al., Rethinking the Inception Architecture, 2015 (arXiv:1512.00567), section 2, first principle</source>
        <translation>Szegedy et al., Rethinking the Inception Architecture, 2015 (arXiv:1512.00567), section 2, first principle</translation>
    </message>
    <message>
        <source>{path}: it passes on {x} of the {x2} numbers it receives ({x3}), and the layers behind it widen to {x4} again; what is lost here does not come back.</source>
        <translation>{path}：它收到 {x2} 个数，只传出 {x} 个({x3})，而其后的层又加宽到 {x4}；在此丢失的不会回来。</translation>
    </message>
    <message>
        <source>Let {name} move by 2</source>
        <translation>让 {name} 的步幅为 2</translation>
    </message>
    <message>
        <source>{x} layers with weights follow each other from {path} to {path2} with no shortcut around any of them.</source>
        <translation>从 {path} 到 {path2} 连续有 {x} 个带权重的层，没有捷径绕过其中任何一个。</translation>
    </message>
    <message>
        <source>Give {name} {wanted} {x}</source>
        <translation>给 {name} {wanted} {x}</translation>
    </message>
    <message>
        <source>Softmax before the loss</source>
        <translation>损失之前的 softmax</translation>
    </message>
    <message>
        <source>Training uses the cross-entropy loss, which takes logits and applies the softmax itself, in a way that keeps its precision.</source>
        <translation>训练使用交叉熵损失，它以 logits 为输入，并以保持精度的方式自行应用 softmax。</translation>
    </message>
    <message>
        <source>Two layers with nothing between</source>
        <translation>两层之间没有激活</translation>
    </message>
    <message>
        <source>A linear map of a linear map is a linear map: without an activation between them, two layers have the cost of two and the reach of one.</source>
        <translation>线性映射的线性映射仍是线性映射：两层之间没有激活，就有两层的代价而只有一层的能力。</translation>
    </message>
    <message>
        <source>Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.1; the exceptions are separable convolutions (Chollet, 2016) and linear bottlenecks (Sandler et al., 2018)</source>
        <translation>Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.1; the exceptions are separable convolutions (Chollet, 2016) and linear bottlenecks (Sandler et al., 2018)</translation>
    </message>
    <message>
        <source>the loss applies a second one, and cannot fall below {floor} with {classes} classes, however sure the network is.</source>
        <translation>损失会再应用一次，{classes} 个类别时不能低于 {floor}，无论网络多有把握。</translation>
    </message>
    <message>
        <source>the loss applies another, to which it makes no difference.</source>
        <translation>损失会再应用一次，但对它没有影响。</translation>
    </message>
    <message>
        <source>Insert a ReLU after {name}</source>
        <translation>在 {name} 之后插入 ReLU</translation>
    </message>
    <message>
        <source>{path} and {path2} follow each other with no activation between them: together they can do no more than one layer could.</source>
        <translation>{path} 和 {path2} 相继而其间没有激活：合起来只相当于一层。</translation>
    </message>
    <message>
        <source>Bias before batch normalisation</source>
        <translation>批归一化之前的偏置</translation>
    </message>
    <message>
        <source>The normalisation subtracts the mean of every channel, and the bias with it; its own shift takes the bias's place. The bias costs memory and never learns.</source>
        <translation>归一化减去每个通道的均值，偏置也随之减去；它自己的平移代替了偏置。该偏置占内存而永远学不到东西。</translation>
    </message>
    <message>
        <source>Ioffe and Szegedy, Batch Normalization, 2015, section 3.2</source>
        <translation>Ioffe and Szegedy, Batch Normalization, 2015, section 3.2</translation>
    </message>
    <message>
        <source>Dropout before batch normalisation</source>
        <translation>批归一化之前的 dropout</translation>
    </message>
    <message>
        <source>Dropout changes the variance between training and evaluation, and the running variance of every normalisation behind it is that of training. Dropout behind the last one is safe.</source>
        <translation>dropout 使训练与评估的方差不同，而其后每个归一化的运行方差都是训练时的。放在最后一个归一化之后是安全的。</translation>
    </message>
    <message>
        <source>Li, Chen, Hu and Yang, Understanding the Disharmony between Dropout and Batch Normalization by Variance Shift, 2018 (arXiv:1801.05134)</source>
        <translation>Li, Chen, Hu and Yang, Understanding the Disharmony between Dropout and Batch Normalization by Variance Shift, 2018 (arXiv:1801.05134)</translation>
    </message>
    <message>
        <source>Batch normalisation at batch size 1</source>
        <translation>批次大小为 1 的批归一化</translation>
    </message>
    <message>
        <source>The statistics of a batch of one are those of the sample itself. Normalisation over groups of channels does not depend on the batch.</source>
        <translation>只有一个样本的批，其统计量就是该样本自身的统计量。对通道分组的归一化不依赖于批。</translation>
    </message>
    <message>
        <source>Wu and He, Group Normalization, 2018 (arXiv:1803.08494)</source>
        <translation>Wu and He, Group Normalization, 2018 (arXiv:1803.08494)</translation>
    </message>
    <message>
        <source>Leave the bias of {name} out</source>
        <translation>去掉 {name} 的偏置</translation>
    </message>
    <message>
        <source>torch refuses to train it with one number a channel.</source>
        <translation>每个通道只有一个数时 torch 拒绝训练它。</translation>
    </message>
    <message>
        <source>mean and variance come from the {x} cells of one sample, and differ from the running ones that evaluation uses.</source>
        <translation>均值和方差来自一个样本的 {x} 个单元，与评估所用的运行统计量不同。</translation>
    </message>
    <message>
        <source>{path}: its bias of {x} numbers has no effect, since {names} subtracts the mean of every channel.</source>
        <translation>{path}：它 {x} 个数的偏置不起作用，因为 {names} 减去每个通道的均值。</translation>
    </message>
    <message>
        <source>{path}: in training its noise of p = {p} raises the variance that {path2} measures; in evaluation there is none, and the measured variance is too large.</source>
        <translation>{path}：训练时它 p = {p} 的噪声增大了 {path2} 测得的方差；评估时没有噪声，测得的方差便过大。</translation>
    </message>
    <message>
        <source>Move {name} to before {path}, the last layer</source>
        <translation>把 {name} 移到最后一层 {path} 之前</translation>
    </message>
    <message>
        <source>{path}: the batch size is 1, and {says}</source>
        <translation>{path}：批次大小为 1，而{says}</translation>
    </message>
    <message>
        <source>Make {name} a group normalisation of {groups} groups</source>
        <translation>把 {name} 改为 {groups} 组的组归一化</translation>
    </message>
    <message>
        <source>Make {name} an {kind}</source>
        <translation>把 {name} 改为 {kind}</translation>
    </message>
    <message>
        <source>Overwritten in place</source>
        <translation>原地覆盖</translation>
    </message>
    <message>
        <source>A layer in place writes its output over its input. Whoever reads the input afterwards gets the output, without a word; where autograd kept it, training stops with an error.</source>
        <translation>原地执行的层把输出写在输入上。之后读取输入的得到的是输出，而没有任何提示；autograd 需要保留输入时，训练会出错停止。</translation>
    </message>
    <message>
        <source>PyTorch, Autograd mechanics: In-place operations with autograd, In-place correctness checks</source>
        <translation>PyTorch, Autograd mechanics: In-place operations with autograd, In-place correctness checks</translation>
    </message>
    <message>
        <source>it overwrites the output of {before} before {x} read{x2} it: what arrives there is the output of {path}.</source>
        <translation>它在 {x} 读取之前覆盖了 {before} 的输出：到达那里的是 {path} 的输出。</translation>
    </message>
    <message>
        <source>it overwrites what {x} keep{x2} for the backward pass, which then fails.</source>
        <translation>它覆盖了 {x} 为反向传播保留的内容，反向传播会失败。</translation>
    </message>
    <message>
        <source>Clear inplace of {name}</source>
        <translation>取消 {name} 的 inplace</translation>
    </message>
    <message>
        <source>it overwrites what the network is given.</source>
        <translation>它覆盖了网络的输入。</translation>
    </message>
    <message>
        <source>it overwrites a part of what {path} cuts up, which autograd refuses.</source>
        <translation>它覆盖了 {path} 切出的一部分，autograd 会拒绝。</translation>
    </message>
    <message>
        <source>Insert a Permute before {name}</source>
        <translation>在 {name} 之前插入 Permute</translation>
    </message>
    <message>
        <source>Channels read as steps</source>
        <translation>通道被当作步</translation>
    </message>
    <message>
        <source>A convolution over a sequence gives channels × steps, and what reads a sequence takes steps × features. Without a Permute between them the two change places, and the network runs all the same.</source>
        <translation>序列上的卷积给出 通道 × 步，而读取序列的层需要 步 × 特征。其间没有 Permute 时两者互换，网络照样运行。</translation>
    </message>
    <message>
        <source>{says}, and one that turns back behind it</source>
        <translation>{says}，并在其后再插入一个换回来</translation>
    </message>
    <message>
        <source>{path}: it reads {x} as {channels} steps of {steps} features, and {path2} gives {channels} channels of {steps} steps.</source>
        <translation>{path}：它把 {x} 读作 {channels} 步、每步 {steps} 个特征，而 {path2} 给出 {channels} 个通道、{steps} 步。</translation>
    </message>
    <message>
        <source>Remove the wire from {x} to {name}</source>
        <translation>移除从 {x} 到 {name} 的连线</translation>
    </message>
    <message>
        <source>its input is a vector already.</source>
        <translation>它的输入已经是向量。</translation>
    </message>
    <message>
        <source>Layer without effect</source>
        <translation>不起作用的层</translation>
    </message>
    <message>
        <source>What changes nothing costs time and memory, and hides what was meant.</source>
        <translation>什么都不改变的层耗费时间和内存，还掩盖本意。</translation>
    </message>
    <message>
        <source>The definitions of the layers: max(0, max(0, x)) = max(0, x)</source>
        <translation>由各层的定义：max(0, max(0, x)) = max(0, x)</translation>
    </message>
    <message>
        <source>Linear layer with most of the parameters</source>
        <translation>占大部分参数的线性层</translation>
    </message>
    <message>
        <source>A linear layer that reads every cell of the maps has a weight for each, and overfits. The mean of every map in its place needs none, and takes images of any size.</source>
        <translation>读取特征图每个单元的线性层对每个单元都有权重，容易过拟合。改用每个特征图的平均则不需要权重，并可接受任意大小的图像。</translation>
    </message>
    <message>
        <source>Lin, Chen and Yan, Network In Network, 2013 (arXiv:1312.4400), section 3.2</source>
        <translation>Lin, Chen and Yan, Network In Network, 2013 (arXiv:1312.4400), section 3.2</translation>
    </message>
    <message>
        <source>Sum of branches of different shapes</source>
        <translation>形状不同的分支之和</translation>
    </message>
    <message>
        <source>torch repeats the smaller branch without a word; where that was not meant, the network runs and learns something else.</source>
        <translation>torch 会不作提示地重复较小的分支；若非本意，网络照样运行而学到别的东西。</translation>
    </message>
    <message>
        <source>torch, Broadcasting semantics</source>
        <translation>torch, Broadcasting semantics</translation>
    </message>
    <message>
        <source>Linear layer on maps</source>
        <translation>作用于特征图的线性层</translation>
    </message>
    <message>
        <source>A linear layer acts on the last axis, whatever it means. On maps that is the width, and Flatten or a mean over the map has been forgotten.</source>
        <translation>线性层作用于最后一个轴，无论它代表什么。在特征图上那是宽，说明忘了 Flatten 或取平均。</translation>
    </message>
    <message>
        <source>with p = 0 it drops nothing.</source>
        <translation>p = 0 时它什么都不丢弃。</translation>
    </message>
    <message>
        <source>with p = 1 it drops everything: in training nothing behind it learns.</source>
        <translation>p = 1 时它丢弃一切：训练时其后什么都学不到。</translation>
    </message>
    <message>
        <source>{path} gives nothing negative, so that it changes nothing.</source>
        <translation>{path} 不会给出负数，因此它不改变任何东西。</translation>
    </message>
    <message>
        <source>a window of one cell that moves by one changes nothing.</source>
        <translation>每次移动一格的单格窗口不改变任何东西。</translation>
    </message>
    <message>
        <source>Average every map before {name}</source>
        <translation>在 {name} 之前取每个特征图的平均</translation>
    </message>
    <message>
        <source>Flatten before {name}</source>
        <translation>在 {name} 之前展平</translation>
    </message>
    <message>
        <source>{path}: it holds {x} of the {x2} parameters ({x3}), because it reads every cell of {x4}.</source>
        <translation>{path}：它占 {x2} 个参数中的 {x} 个({x3})，因为它读取 {x4} 的每个单元。</translation>
    </message>
    <message>
        <source>Let {name} average every map to one number</source>
        <translation>让 {name} 把每个特征图平均成一个数</translation>
    </message>
    <message>
        <source>{path}: its branches are {received}; the smaller is repeated along the axes where it has one cell.</source>
        <translation>{path}：它的分支是 {received}；较小的会沿只有一个单元的轴重复。</translation>
    </message>
    <message>
        <source>{path}: it acts on the last axis of {x}, which is the width; channels and rows are not connected.</source>
        <translation>{path}：它作用于 {x} 的最后一个轴，即宽；通道和行之间没有连接。</translation>
    </message>
    <message>
        <source>{path}: it receives the value of {double} more than once</source>
        <translation>{path}：它不止一次收到 {double} 的值</translation>
    </message>
    <message>
        <source>; their difference is zero.</source>
        <translation>；它们的差为零。</translation>
    </message>
    <message>
        <source>Set the stride of {name} to {x}</source>
        <translation>把 {name} 的步幅设为 {x}</translation>
    </message>
    <message>
        <source>Use a window of {x} in {name}</source>
        <translation>在 {name} 中使用 {x} 的窗口</translation>
    </message>
    <message>
        <source>Large kernel</source>
        <translation>大卷积核</translation>
    </message>
    <message>
        <source>Windows of 3×3 one after the other see as much as a large one, with fewer weights and an activation after each.</source>
        <translation>几个相继的 3×3 窗口与一个大窗口看得一样远，而权重更少，且每个之后都有激活。</translation>
    </message>
    <message>
        <source>Simonyan and Zisserman, Very Deep Convolutional Networks, 2014, section 2.3; Szegedy et al., Rethinking the Inception Architecture, 2015, section 3.1</source>
        <translation>Simonyan and Zisserman, Very Deep Convolutional Networks, 2014, section 2.3; Szegedy et al., Rethinking the Inception Architecture, 2015, section 3.1</translation>
    </message>
    <message>
        <source>Stride larger than the window</source>
        <translation>步幅大于窗口</translation>
    </message>
    <message>
        <source>Cells between the windows have no part in the result, and no gradient.</source>
        <translation>窗口之间的单元不参与结果，也没有梯度。</translation>
    </message>
    <message>
        <source>Dumoulin and Visin, A guide to convolution arithmetic, 2016</source>
        <translation>Dumoulin and Visin, A guide to convolution arithmetic, 2016</translation>
    </message>
    <message>
        <source>1×1 convolution with a stride</source>
        <translation>带步幅的 1×1 卷积</translation>
    </message>
    <message>
        <source>A 1×1 window that skips cells throws away what the layers before it worked out there. The mean over the stride, ahead of the convolution, keeps it at no weight.</source>
        <translation>跳过单元的 1×1 窗口丢弃了之前各层在那里算出的结果。在卷积之前按步幅取平均可保留它们，而不增加权重。</translation>
    </message>
    <message>
        <source>He, Zhang, Zhang, Zhang, Xie and Li, Bag of Tricks for Image Classification, 2018 (arXiv:1812.01187), section 4: ResNet-D</source>
        <translation>He, Zhang, Zhang, Zhang, Xie and Li, Bag of Tricks for Image Classification, 2018 (arXiv:1812.01187), section 4: ResNet-D</translation>
    </message>
    <message>
        <source>Replace {name} by {many} convolutions of 3×3</source>
        <translation>用 {many} 个 3×3 卷积代替 {name}</translation>
    </message>
    <message>
        <source>Take the mean of the cells before {path}, and its stride away</source>
        <translation>在 {path} 之前对单元取平均，并去掉它的步幅</translation>
    </message>
    <message>
        <source>{path}: its window of {k}×{k} takes {x} weights and {x2} MACs; {many} of 3×3 see {k}×{k} cells as well, with {x3} weights and {x4} MACs.</source>
        <translation>{path}：它 {k}×{k} 的窗口需要 {x} 个权重和 {x2} 次 MAC;{many} 个 3×3 也能看到 {k}×{k} 个单元，只需 {x3} 个权重和 {x4} 次 MAC。</translation>
    </message>
    <message>
        <source>{path}: its window of {x} moves by {x2}, so that {x3} of the cells are in no window.</source>
        <translation>{path}：它 {x} 的窗口每次移动 {x2}，因此 {x3} 的单元不在任何窗口中。</translation>
    </message>
    <message>
        <source>{path}: a 1×1 window at stride {x} reads one cell of {x2} and leaves {x3} of its input unread.</source>
        <translation>{path}：步幅为 {x} 的 1×1 窗口每 {x2} 个单元读一个，输入的 {x3} 没有被读取。</translation>
    </message>
    <message>
        <source>{path}: new, {x}</source>
        <translation>{path}：新增，{x}</translation>
    </message>
    <message>
        <source>{problems} problem{x} left</source>
        <translation>还剩 {problems} 个问题</translation>
    </message>
    <message>
        <source>The block {name} contains itself, through {x}.</source>
        <translation>模块 {name} 通过 {x} 包含自身。</translation>
    </message>
    <message>
        <source>Remove the inner instance.</source>
        <translation>请移除内层的实例。</translation>
    </message>
    <message>
        <source>Blocks nest more than {MAX_DEPTH} deep.</source>
        <translation>模块嵌套超过 {MAX_DEPTH} 层。</translation>
    </message>
    <message>
        <source>Unpack some of them.</source>
        <translation>请展开其中一些。</translation>
    </message>
    <message>
        <source>{name} has {x} inputs and {x2} outputs: a block that repeats feeds its outputs to its own inputs.</source>
        <translation>{name} 有 {x} 个输入和 {x2} 个输出：重复的模块把输出送回自己的输入。</translation>
    </message>
    <message>
        <source>Give it as many outputs as inputs, or set repeat to 1.</source>
        <translation>请使其输出数等于输入数，或把 repeat 设为 1。</translation>
    </message>
    <message>
        <source>{kind} has {x} outputs here, and is drawn with {x2}: their number cannot follow from a parameter.</source>
        <translation>{kind} 在此有 {x} 个输出，而画的是 {x2} 个：输出数不能由参数得出。</translation>
    </message>
    <message>
        <source>Write the number itself, or the sizes one by one, as in =(width, 2 * width).</source>
        <translation>请写数本身，或逐个写大小，如 =(width, 2 * width)。</translation>
    </message>
    <message>
        <source>{kind} cannot be switched off: only a block with one input and one output can pass its input on.</source>
        <translation>{kind} 不能关闭：只有一个输入和一个输出的模块才能原样传递输入。</translation>
    </message>
    <message>
        <source>Switch it on, or remove it.</source>
        <translation>请打开它，或移除它。</translation>
    </message>
    <message>
        <source>Only blocks repeat.</source>
        <translation>只有模块可以重复。</translation>
    </message>
    <message>
        <source>Make a block of the layer, or set repeat to 1.</source>
        <translation>请把该层做成模块，或把 repeat 设为 1。</translation>
    </message>
    <message>
        <source>Change the value.</source>
        <translation>请更改这个值。</translation>
    </message>
    <message>
        <source>The network has more than {MAX_NODES} nodes once its blocks are repeated.</source>
        <translation>模块重复之后网络的节点超过 {MAX_NODES} 个。</translation>
    </message>
    <message>
        <source>Use smaller repeat counts.</source>
        <translation>请使用较小的重复次数。</translation>
    </message>
    <message>
        <source> {subject} {x} from {others}.</source>
        <translation>{subject} 与 {others} {x}。</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>{others} ({x}) in {x2}</source>
        <translation>{others}({x})在{x2}上</translation>
    </message>
    <message>
        <source>{x} and {last}</source>
        <translation>{x} 和 {last}</translation>
    </message>
    <message>
        <source>the others ({x})</source>
        <translation>其他({x})</translation>
    </message>
    <message>
        <source>axis {x}</source>
        <translation>轴 {x}</translation>
    </message>
    <message>
        <source>Numbers that are learned, over all copies</source>
        <translation>学习的数，所有份合计</translation>
    </message>
    <message>
        <source>Multiply-adds of convolutions, linear layers and matrix products, for one sample</source>
        <translation>一个样本在卷积、线性层和矩阵乘积中的乘加次数</translation>
    </message>
    <message>
        <source>Floating-point operations of the same, for one sample: a multiply-add counts as two</source>
        <translation>同样部分一个样本的浮点运算次数：一次乘加计为两次</translation>
    </message>
    <message>
        <source>Elements of what the layers give, for one sample</source>
        <translation>一个样本各层输出的元素数</translation>
    </message>
    <message>
        <source>Activation size</source>
        <translation>激活大小</translation>
    </message>
    <message>
        <source>What the layers give, for one sample in 32-bit floats</source>
        <translation>一个样本各层的输出，以 32 位浮点计</translation>
    </message>
    <message>
        <source>Kept for backward</source>
        <translation>为反向传播保留</translation>
    </message>
    <message>
        <source>What training keeps of one sample until the backward pass, in 32-bit floats</source>
        <translation>训练时为一个样本保留到反向传播的内容，以 32 位浮点计</translation>
    </message>
    <message>
        <source>How many pixels of the input along its longest axis one output pixel can see</source>
        <translation>一个输出像素沿输入最长的轴能看到多少像素</translation>
    </message>
    <message>
        <source>rmsprop with momentum</source>
        <translation>带动量的 rmsprop</translation>
    </message>
    <message>
        <source>The loss of {x} has the weight 0, so that nothing would be learned. Give it another.</source>
        <translation>{x} 的损失权重为 0，因此什么都学不到。请另设一个值。</translation>
    </message>
    <message>
        <source>{name} gives {x} for a sample and {first} {x2}: all Outputs are trained on the same classes. Let them give the same, or remove those that do not.</source>
        <translation>{name} 对一个样本给出 {x}，而 {first} 给出 {x2}：所有 Output 用同样的类别训练。请使它们一致，或移除不一致的。</translation>
    </message>
    <message>
        <source>Let one of them not be auxiliary.</source>
        <translation>请使其中一个不是辅助输出。</translation>
    </message>
    <message>
        <source>{name} has {x}, which only an Output of the network itself can have: the loss is made there.</source>
        <translation>{name} 有 {x}，只有网络本身的 Output 才能有：损失在那里计算。</translation>
    </message>
    <message>
        <source>Set it back, and give it to the Output that this one leads to.</source>
        <translation>请改回默认值，并设在它所通向的 Output 上。</translation>
    </message>
    <message>
        <source>{x}: no Output is left at inference, as all of them are auxiliary.</source>
        <translation>{x}：推理时没有剩下的 Output，因为它们都是辅助的。</translation>
    </message>
    <message>
        <source>{x} is the only Output and auxiliary: none is left at inference.</source>
        <translation>{x} 是唯一的 Output 却是辅助的：推理时一个不剩。</translation>
    </message>
    <message>
        <source>{x} and {x2} more</source>
        <translation>{x} 和另外 {x2} 个</translation>
    </message>
    <message>
        <source>Begin the name with a letter.</source>
        <translation>请让名称以字母开头。</translation>
    </message>
    <message>
        <source>There is no Input: nothing enters.</source>
        <translation>没有 Input：没有数据进入。</translation>
    </message>
    <message>
        <source>Add an Input and wire it.</source>
        <translation>请加一个 Input 并连线。</translation>
    </message>
    <message>
        <source>There is no Output: nothing is returned.</source>
        <translation>没有 Output：什么都不返回。</translation>
    </message>
    <message>
        <source>Add an Output and wire the last node to it.</source>
        <translation>请加一个 Output，并把最后的节点连到它。</translation>
    </message>
    <message>
        <source>{name} does not reach the output: nothing uses its value.</source>
        <translation>{name} 没有通到输出：它的值没有被使用。</translation>
    </message>
    <message>
        <source>Wire it onwards, or remove it.</source>
        <translation>请继续连线，或移除它。</translation>
    </message>
    <message>
        <source>Remove one wire of the cycle; data flows one way, from Input to Output.</source>
        <translation>请移除环中的一条连线；数据只沿一个方向，从 Input 到 Output。</translation>
    </message>
    <message>
        <source>{count} nodes are named {name}; a name is the key of the weights, and so unique.</source>
        <translation>{count} 个节点都名为 {name}；名称是权重的键，因此必须唯一。</translation>
    </message>
    <message>
        <source>Rename all but one.</source>
        <translation>请只留一个，其余重命名。</translation>
    </message>
    <message>
        <source>“{name}” cannot name a node: it {reason}.</source>
        <translation>“{name}”不能作为节点名：它{reason}。</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>请重命名。</translation>
    </message>
    <message>
        <source>{x} lead only to nodes that do not reach the output.</source>
        <translation>{x} 只通向没有到达输出的节点。</translation>
    </message>
    <message>
        <source>{x} leads only to nodes that do not reach the output.</source>
        <translation>{x} 只通向没有到达输出的节点。</translation>
    </message>
    <message>
        <source>{x} wait for each other: their wires form a cycle.</source>
        <translation>{x} 互相等待：它们的连线形成环。</translation>
    </message>
    <message>
        <source>{x} is wired to itself.</source>
        <translation>{x} 连到了自己。</translation>
    </message>
    <message>
        <source> (training only)</source>
        <translation>（仅训练）</translation>
    </message>
    <message>
        <source>Change the block's definition.</source>
        <translation>请更改模块的定义。</translation>
    </message>
    <message>
        <source>A parameter of the block {name} is not valid: {reason}.</source>
        <translation>模块 {name} 的一个参数无效：{reason}。</translation>
    </message>
    <message>
        <source>{x}: no shape until the problems before are solved.</source>
        <translation>{x}：在前面的问题解决之前没有形状。</translation>
    </message>
    <message>
        <source>{count} blocks are named {name}.</source>
        <translation>{count} 个模块都名为 {name}。</translation>
    </message>
    <message>
        <source>In the block {scope}: {message}</source>
        <translation>在模块 {scope} 中：{message}</translation>
    </message>
    <message>
        <source>input “{name}”</source>
        <translation>输入“{name}”</translation>
    </message>
    <message>
        <source>an input “{port}”, and {kind} has </source>
        <translation>输入“{port}”，而 {kind} 有 </translation>
    </message>
    <message>
        <source>the node “{node}”, which does not exist</source>
        <translation>不存在的节点“{node}”</translation>
    </message>
    <message>
        <source>Replace it.</source>
        <translation>请替换它。</translation>
    </message>
    <message>
        <source>an output “{port}” of {name}, which has none of that name</source>
        <translation>{name} 的输出“{port}”，而它没有这个输出</translation>
    </message>
    <message>
        <source>{name}: the wire {wire} names {lost}.</source>
        <translation>{name}：连线 {wire} 指向{lost}。</translation>
    </message>
    <message>
        <source>Remove the wire and draw it again.</source>
        <translation>请移除这条连线并重新画。</translation>
    </message>
    <message>
        <source>{name}: the wire {wire} leads to a node that does not exist.</source>
        <translation>{name}：连线 {wire} 通向不存在的节点。</translation>
    </message>
    <message>
        <source>Remove the wire.</source>
        <translation>请移除这条连线。</translation>
    </message>
    <message>
        <source>{name} ({kind}) receives nothing at its {where}.</source>
        <translation>{name}({kind})的{where}没有收到任何东西。</translation>
    </message>
    <message>
        <source>Draw a wire to it, or remove the node.</source>
        <translation>请画一条连线到它，或移除该节点。</translation>
    </message>
    <message>
        <source>{name} ({kind}) receives {x} wires at its {where}, from {x2}, and takes one.</source>
        <translation>{name}({kind})的{where}收到 {x} 条连线（来自 {x2}），而它只接受一条。</translation>
    </message>
    <message>
        <source>Remove all but one, or join the branches with Add or Concat.</source>
        <translation>请只留一条，或用 Add 或 Concat 合并分支。</translation>
    </message>
    <message>
        <source>stretched to it</source>
        <translation>拉伸至该比例</translation>
    </message>
    <message>
        <source>cropped to it</source>
        <translation>裁剪至该比例</translation>
    </message>
    <message>
        <source>padded to it with black</source>
        <translation>填黑至该比例</translation>
    </message>
    <message>
        <source>Files that could not be read and are left out: {skipped}.</source>
        <translation>无法读取而被忽略的文件：{skipped} 个。</translation>
    </message>
    <message>
        <source>Without an image to learn from: {x}.</source>
        <translation>没有用于学习的图像的类别：{x}。</translation>
    </message>
    <message>
        <source>Without an image for validation: {x}.</source>
        <translation>没有用于验证的图像的类别：{x}。</translation>
    </message>
    <message>
        <source>Images for validation that are among those for training, too: {twins}. Validation promises too much with them.</source>
        <translation>同时也在训练图像中的验证图像：{twins} 张。它们会使验证结果过于乐观。</translation>
    </message>
    <message>
        <source>The images are RGB, and the network takes grey ones: their colours are lost.</source>
        <translation>图像是 RGB，而网络接收灰度图像：颜色会丢失。</translation>
    </message>
    <message>
        <source>The images are grey, and the network takes RGB: three channels of the same.</source>
        <translation>图像是灰度图，而网络接收 RGB：三个通道相同。</translation>
    </message>
    <message>
        <source>validate on</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>learn from</source>
        <translation>学习</translation>
    </message>
    <message>
        <source> Of the images for validation {x} were looked at.</source>
        <translation> 查看了其中 {x} 张验证图像。</translation>
    </message>
    <message>
        <source> and {x} more</source>
        <translation>以及另外 {x} 个</translation>
    </message>
    <message>
        <source>Images of another proportion than {height}×{width}, which are {x}: {stretched}. Most are {height2}×{width2}.</source>
        <translation>与 {height}×{width} 长宽比不同、被{x}的图像：{stretched} 张。大多数为 {height2}×{width2}。</translation>
    </message>
    <message>
        <source>Images that are blown up to {height}×{width}, more than {_LARGER} times: {blown}. Most are {height2}×{width2}; a network for that size learns faster.</source>
        <translation>被放大到 {height}×{width}、超过 {_LARGER} 倍的图像：{blown} 张。大多数为 {height2}×{width2}；采用该尺寸的网络学得更快。</translation>
    </message>
    <message>
        <source>one class</source>
        <translation>只有一个类别</translation>
    </message>
    <message>
        <source>There is only one class, and two are needed to tell apart.</source>
        <translation>只有一个类别，而区分至少需要两个。</translation>
    </message>
    <message>
        <source>There is no image to {which}.</source>
        <translation>没有可供{which}的图像。</translation>
    </message>
    <message>
        <source>Without an image that can be read: {names}.</source>
        <translation>没有可读图像的类别：{names}。</translation>
    </message>
    <message>
        <source>empty in training</source>
        <translation>训练中为空</translation>
    </message>
    <message>
        <source>empty in validation</source>
        <translation>验证中为空</translation>
    </message>
    <message>
        <source>With fewer than {_FEW} images to learn from: {x}.</source>
        <translation>训练图像少于 {_FEW} 张的类别：{x}。</translation>
    </message>
    <message>
        <source>The data has {number} classes, and the network gives {outputs} numbers for an image.</source>
        <translation>数据有 {number} 个类别，而网络对每张图像给出 {outputs} 个数。</translation>
    </message>
    <message>
        <source>(none {k})</source>
        <translation>（无 {k}）</translation>
    </message>
    <message>
        <source>the first {classes} of {x} classes</source>
        <translation>{x} 个类别中的前 {classes} 个</translation>
    </message>
    <message>
        <source>{x} classes without an image</source>
        <translation>{x} 个没有图像的类别</translation>
    </message>
    <message>
        <source>without those to learn from that are for validation, too</source>
        <translation>已剔除同时用于验证的训练图像</translation>
    </message>
    <message>
        <source>None of the {x} {noun} is of the first {number} classes. Take more classes.</source>
        <translation>{x} {noun}中没有一张属于前 {number} 个类别。请取更多类别。</translation>
    </message>
    <message>
        <source>{folder} has no files of CIFAR. Choose the folder that they lie in.</source>
        <translation>{folder} 中没有 CIFAR 的文件。请选择它们所在的文件夹。</translation>
    </message>
    <message>
        <source>{place} has no image in its files. Get them again.</source>
        <translation>{place} 的文件中没有图像。请重新获取。</translation>
    </message>
    <message>
        <source>images of {title}</source>
        <translation>{title} 的图像</translation>
    </message>
    <message>
        <source>{file} is damaged: {size} bytes are no whole number of records of {record}. Get it again.</source>
        <translation>{file} 已损坏：{size} 字节不是每条 {record} 字节的整数倍。请重新获取。</translation>
    </message>
    <message>
        <source>{file} has no array of bytes called data. Get it again.</source>
        <translation>{file} 中没有名为 data 的字节数组。请重新获取。</translation>
    </message>
    <message>
        <source>{file} has {x} values an image and not one label for each of its {x2} images of {_PIXELS}. Get it again.</source>
        <translation>{file} 每张图像有 {x} 个值，且不是 {x2} 张 {_PIXELS} 值的图像各有一个标签。请重新获取。</translation>
    </message>
    <message>
        <source>{file} holds no dict. Get it again.</source>
        <translation>{file} 中没有字典。请重新获取。</translation>
    </message>
    <message>
        <source>{x} has labels beyond its classes. Get it again.</source>
        <translation>{x} 中有超出类别范围的标签。请重新获取。</translation>
    </message>
    <message>
        <source>handwritten digits</source>
        <translation>个手写数字</translation>
    </message>
    <message>
        <source>There is no set called {name}. Choose one of {x}.</source>
        <translation>没有名为 {name} 的数据集。请从 {x} 中选择。</translation>
    </message>
    <message>
        <source>{archive} does not hold {x}. Download it again.</source>
        <translation>{archive} 中没有 {x}。请重新下载。</translation>
    </message>
    <message>
        <source>{archive} cannot be unpacked: {error}. Download it again.</source>
        <translation>{archive} 无法解包：{error}。请重新下载。</translation>
    </message>
    <message>
        <source>not a PNG or JPEG image, or damaged</source>
        <translation>不是 PNG 或 JPEG 图像，或已损坏</translation>
    </message>
    <message>
        <source>not a PNG or JPEG file</source>
        <translation>不是 PNG 或 JPEG 文件</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>it is damaged, or no PNG, JPEG, WebP or BMP image</source>
        <translation>文件已损坏，或不是 PNG、JPEG、WebP 或 BMP 图像</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}. Choose another file, or save it as PNG.</source>
        <translation>无法读取“{name}”：{reason}。请选择其他文件，或将其另存为 PNG。</translation>
    </message>
    <message>
        <source>put the PNG or JPEG images of each class into a sub-folder of its own</source>
        <translation>请把每个类别的 PNG 或 JPEG 图像放进各自的子文件夹</translation>
    </message>
    <message>
        <source>{root} has no sub-folder with a readable image</source>
        <translation>{root} 中没有含可读图像的子文件夹</translation>
    </message>
    <message>
        <source>There is no folder {root}; choose one that holds a sub-folder of PNG or JPEG images for each class.</source>
        <translation>没有文件夹 {root}；请选择一个每个类别各有一个 PNG 或 JPEG 图像子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>images in {name}</source>
        <translation>幅 {name} 中的图像</translation>
    </message>
    <message>
        <source> ({x} files or folders were skipped, first {x2})</source>
        <translation>（跳过了 {x} 个文件或文件夹，第一个是 {x2}）</translation>
    </message>
    <message>
        <source>{root} has images of only one class ({x}), but at least two are needed to tell apart; {_LAYOUT}.</source>
        <translation>{root} 中只有一个类别（{x}）的图像，而区分至少需要两个；{_LAYOUT}。</translation>
    </message>
    <message>
        <source>{name}: no readable PNG or JPEG image</source>
        <translation>{name}：不是可读的 PNG 或 JPEG 图像</translation>
    </message>
    <message>
        <source>The image {path} cannot be shown: {x}. Choose a PNG or JPEG file.</source>
        <translation>无法显示图像 {path}：{x}。请选择 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>{folder} has no image in its files. Get them again.</source>
        <translation>{folder} 的文件中没有图像。请重新获取。</translation>
    </message>
    <message>
        <source>The files in {folder} are of images of different sizes. Get them again.</source>
        <translation>{folder} 中各文件的图像大小不同。请重新获取。</translation>
    </message>
    <message>
        <source>{images_file} and {labels_file} have {ndim} and {ndim2} axes, but images have 3 and labels 1. Get them again.</source>
        <translation>{images_file} 和 {labels_file} 有 {ndim} 和 {ndim2} 个轴，而图像应有 3 个、标签应有 1 个。请重新获取。</translation>
    </message>
    <message>
        <source>{images_file} has {x} images, but {labels_file} has {x2} labels. Get both again.</source>
        <translation>{images_file} 有 {x} 张图像，而 {labels_file} 有 {x2} 个标签。请重新获取两者。</translation>
    </message>
    <message>
        <source>articles of clothing</source>
        <translation>件服饰</translation>
    </message>
    <message>
        <source>it does not begin as an idx file does</source>
        <translation>开头不是 idx 文件的样子</translation>
    </message>
    <message>
        <source>{file} is damaged: {error}. Get it again.</source>
        <translation>{file} 已损坏：{error}。请重新获取。</translation>
    </message>
    <message>
        <source>it ends after {x} of {size} bytes</source>
        <translation>共 {size} 字节，到第 {x} 字节就结束了</translation>
    </message>
    <message>
        <source>Save it with numpy.savez(file, x=samples, y=labels).</source>
        <translation>请用 numpy.savez(file, x=samples, y=labels) 保存。</translation>
    </message>
    <message>
        <source>{file} has no samples. {_CURE}</source>
        <translation>{file} 中没有样本。{_CURE}</translation>
    </message>
    <message>
        <source>samples in {name}</source>
        <translation>{name} 中的样本</translation>
    </message>
    <message>
        <source>{file} holds {there}, and not samples x with labels y. {_CURE}</source>
        <translation>{file} 含有 {there}，而不是样本 x 和标签 y。{_CURE}</translation>
    </message>
    <message>
        <source>{name} in {file} are no class numbers from 0 on. {_CURE}</source>
        <translation>{file} 中的 {name} 不是从 0 开始的类别编号。{_CURE}</translation>
    </message>
    <message>
        <source>{name} in {file} begin at {x}. Number classes from 0 on.</source>
        <translation>{file} 中的 {name} 从 {x} 开始。类别请从 0 起编号。</translation>
    </message>
    <message>
        <source>The samples in {file} are {dtype} of {ndim} axes, and not numbers of 2 to 4. {_CURE}</source>
        <translation>{file} 中的样本是 {ndim} 个轴的 {dtype}，而不是 2 到 4 个轴的数。{_CURE}</translation>
    </message>
    <message>
        <source>The samples hold values that are no numbers (NaN or infinite). Mend them.</source>
        <translation>样本中有不是数的值（NaN 或无穷）。请修正。</translation>
    </message>
    <message>
        <source>{file} has {x} samples of shape {x2} and {x3} labels. All samples need one shape and one label each. {_CURE}</source>
        <translation>{file} 有 {x} 个形状为 {x2} 的样本和 {x3} 个标签。所有样本须形状相同，且各有一个标签。{_CURE}</translation>
    </message>
    <message>
        <source>values from {low} to {high} in 256 steps</source>
        <translation>{low} 到 {high} 的值分为 256 级</translation>
    </message>
    <message>
        <source>{name} in {_file} is damaged: {error}. Get it again.</source>
        <translation>{_file} 中的 {name} 已损坏：{error}。请重新获取。</translation>
    </message>
    <message>
        <source>{name} in {_file} holds objects, which are code that would run when they are read, so they are not. Save it as an array of numbers.</source>
        <translation>{_file} 中的 {name} 含有对象，读取时会运行其中的代码，因此不读。请保存为数的数组。</translation>
    </message>
    <message>
        <source>The network gives one number for a sample, and at least two classes are needed to tell apart; end it with a Linear layer of out_features 2 or more.</source>
        <translation>网络对一个样本只给出一个数，而区分至少需要两个类别；请用 out_features 不小于 2 的 Linear 层结束网络。</translation>
    </message>
    <message>
        <source>patterns of {used} of the {classes} classes</source>
        <translation>{classes} 个类别中 {used} 个的图案</translation>
    </message>
    <message>
        <source>sample photographs</source>
        <translation>张示例照片</translation>
    </message>
    <message>
        <source>it ends too soon</source>
        <translation>过早结束</translation>
    </message>
    <message>
        <source>{_name} holds {what}, which is code that would run when it is read, so it is not. Use the binary version of the set, or get the file from its first source.</source>
        <translation>{_name} 含有 {what}，读取时会运行其中的代码，因此不读。请使用该数据集的二进制版本，或从最初来源获取文件。</translation>
    </message>
    <message>
        <source>an array of an unknown kind</source>
        <translation>种类未知的数组</translation>
    </message>
    <message>
        <source>bytes in {encoding}</source>
        <translation>{encoding} 编码的字节</translation>
    </message>
    <message>
        <source>an array of {code}</source>
        <translation>{code} 的数组</translation>
    </message>
    <message>
        <source>{name} is damaged, or no pickle: {error}. Get it again.</source>
        <translation>{name} 已损坏，或不是 pickle：{error}。请重新获取。</translation>
    </message>
    <message>
        <source>an array without content</source>
        <translation>没有内容的数组</translation>
    </message>
    <message>
        <source>a mark is missing</source>
        <translation>缺少一个标记</translation>
    </message>
    <message>
        <source>Its makers give no licence; they ask to be cited.</source>
        <translation>制作者未给出许可证，只要求引用。</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, grey, 28×28</source>
        <translation>70,000 个手写数字，灰度，28×28</translation>
    </message>
    <message>
        <source>Y. LeCun, C. Cortes, C. Burges, 1998</source>
        <translation>Y. LeCun、C. Cortes、C. Burges，1998</translation>
    </message>
    <message>
        <source>Licence: CC BY-SA 3.0.</source>
        <translation>许可证：CC BY-SA 3.0。</translation>
    </message>
    <message>
        <source>70,000 articles of clothing, grey, 28×28</source>
        <translation>70,000 件服饰，灰度，28×28</translation>
    </message>
    <message>
        <source>H. Xiao, K. Rasul, R. Vollgraf, 2017</source>
        <translation>H. Xiao、K. Rasul、R. Vollgraf，2017</translation>
    </message>
    <message>
        <source>Licence: MIT.</source>
        <translation>许可证：MIT。</translation>
    </message>
    <message>
        <source>60,000 colour images of ten kinds, 32×32</source>
        <translation>十类 60,000 张彩色图像，32×32</translation>
    </message>
    <message>
        <source>60,000 colour images of a hundred kinds, 32×32</source>
        <translation>一百类 60,000 张彩色图像，32×32</translation>
    </message>
    <message>
        <source>drawn figures</source>
        <translation>个绘制的图形</translation>
    </message>
    <message>
        <source>are of {x} sizes</source>
        <translation>有 {x} 种大小</translation>
    </message>
    <message>
        <source>are {x} pixels, or images of any size</source>
        <translation>为 {x} 个像素，或任意大小的图像</translation>
    </message>
    <message>
        <source>The network's input is a vector of {length} numbers, but the {noun} {own}; change the shape of the Input node.</source>
        <translation>网络的输入是 {length} 个数的向量，而{noun}{own}；请更改 Input 节点的形状。</translation>
    </message>
    <message>
        <source>The network's input has the shape {told}, but images need channels × height × width; change the shape of the Input node.</source>
        <translation>网络输入的形状为 {told}，而图像需要 通道 × 高 × 宽；请更改 Input 节点的形状。</translation>
    </message>
    <message>
        <source>The network's input {told} has {x} channels, but images have {own}; change the channels of the Input node.</source>
        <translation>网络的输入 {told} 有 {x} 个通道，而图像有 {own} 个；请更改 Input 节点的通道数。</translation>
    </message>
    <message>
        <source>Give it a column path with image files and a column label with their classes.</source>
        <translation>请给出图像文件的 path 列和类别的 label 列。</translation>
    </message>
    <message>
        <source>{file} begins with {there}, and not with path and label. {_CURE}</source>
        <translation>{file} 以 {there} 开头，而不是 path 和 label。{_CURE}</translation>
    </message>
    <message>
        <source> (first {x})</source>
        <translation>（第一个是 {x}）</translation>
    </message>
    <message>
        <source>{file} names readable images of {x} classes, and two are needed to tell apart; {x2} lines were skipped{first}. {_CURE}</source>
        <translation>{file} 给出了 {x} 个类别的可读图像，而区分至少需要两个；略过了 {x2} 行{first}。{_CURE}</translation>
    </message>
    <message>
        <source>line {line}: no {x}</source>
        <translation>第 {line} 行：没有 {x}</translation>
    </message>
    <message>
        <source>not in UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}. {_CURE}</source>
        <translation>{file} 无法读取：{why}。{_CURE}</translation>
    </message>
    <message>
        <source>{url} cannot be reached ({why}). Check the connection, or fetch the file elsewhere.</source>
        <translation>无法连接 {url}（{why}）。请检查网络连接，或从别处获取该文件。</translation>
    </message>
    <message>
        <source>The connection to {url} was cut: {how}. Try again; it goes on from there.</source>
        <translation>与 {url} 的连接中断：{how}。请重试；会从断点继续。</translation>
    </message>
    <message>
        <source>the server sent another part than was asked for</source>
        <translation>服务器发来的不是所要的部分</translation>
    </message>
    <message>
        <source>“{parent}” has {x} MB left, and {x2} MB are to come. Free some space.</source>
        <translation>“{parent}”剩余 {x} MB，而还需要 {x2} MB。请腾出空间。</translation>
    </message>
    <message>
        <source>What came from {url} is not the published file: its {x} does not begin with {_digest}. It was removed. Try again, or another network: somebody on the way may have changed it.</source>
        <translation>从 {url} 得到的不是所公布的文件：其 {x} 不以 {_digest} 开头。已将其删除。请重试，或换一个网络：途中可能被人改动。</translation>
    </message>
    <message>
        <source>“{path}” cannot be kept: {x}.</source>
        <translation>“{path}”无法保留：{x}。</translation>
    </message>
    <message>
        <source>{done} of {total} bytes have come</source>
        <translation>已收到 {total} 字节中的 {done}</translation>
    </message>
    <message>
        <source>The download was ended.</source>
        <translation>下载已结束。</translation>
    </message>
    <message>
        <source>{url} gives more than it says. It was not kept.</source>
        <translation>{url} 发来的比它声明的多。没有保留。</translation>
    </message>
    <message>
        <source>The server refuses {url}: {code} {why}. </source>
        <translation>服务器拒绝 {url}：{code} {why}。</translation>
    </message>
    <message>
        <source>It is not there any more. Fetch it elsewhere and put it there as “{path}”.</source>
        <translation>它已不在那里。请从别处获取，并存为“{path}”。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Wrote {x}.</source>
        <translation>已写入 {x}。</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>“{path}” has no suffix that says what to write; it may be {known}.</source>
        <translation>“{path}”没有表明写成什么的后缀；可以是 {known}。</translation>
    </message>
    <message>
        <source>“{path}” was not written: the process that writes it has ended.</source>
        <translation>“{path}”没有写成：写它的进程已结束。</translation>
    </message>
    <message>
        <source>{x} {x2} another text, perhaps edited by hand. Choose another place, or add --force to replace it.</source>
        <translation>{x} {x2} 另外的文本，可能是手工编辑的。请选择别处，或加 --force 替换它。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be made: {strerror}.</source>
        <translation>无法创建“{folder}”：{strerror}。</translation>
    </message>
    <message>
        <source> Did you mean {x}?</source>
        <translation> 是否指 {x}？</translation>
    </message>
    <message>
        <source>Nothing has a parameter “{name}”.{hint}</source>
        <translation>没有节点有参数“{name}”。{hint}</translation>
    </message>
    <message>
        <source>{name} {operator} needs a number.</source>
        <translation>{name} {operator} 之后需要一个数。</translation>
    </message>
    <message>
        <source>something is wrong with it, or inside it</source>
        <translation>它或它内部有问题</translation>
    </message>
    <message>
        <source>training leaves its weights as they are</source>
        <translation>训练时其权重不变</translation>
    </message>
    <message>
        <source>it passes its input through</source>
        <translation>它把输入原样传过</translation>
    </message>
    <message>
        <source>nothing that it gives reaches an Output</source>
        <translation>它给出的任何值都到不了 Output</translation>
    </message>
    <message>
        <source>a parameter is not at its default</source>
        <translation>有参数不是默认值</translation>
    </message>
    <message>
        <source>it is a chain of copies</source>
        <translation>它是一串副本</translation>
    </message>
    <message>
        <source>it is a block</source>
        <translation>它是模块</translation>
    </message>
    <message>
        <source>it is a custom layer</source>
        <translation>它是自定义层</translation>
    </message>
    <message>
        <source>weights that it holds</source>
        <translation>它所含的权重</translation>
    </message>
    <message>
        <source>multiply-adds for one sample</source>
        <translation>一个样本的乘加次数</translation>
    </message>
    <message>
        <source>elements that it gives for one sample</source>
        <translation>它对一个样本给出的元素数</translation>
    </message>
    <message>
        <source>channels of what it gives</source>
        <translation>它给出的通道数</translation>
    </message>
    <message>
        <source>copies in its chain</source>
        <translation>链中的副本数</translation>
    </message>
    <message>
        <source>factor on the learning rate</source>
        <translation>学习率的系数</translation>
    </message>
    <message>
        <source>There is a “)” with no “(” before it.</source>
        <translation>有一个“)”，前面没有“(”。</translation>
    </message>
    <message>
        <source>Before and after “or” stands what is to be found.</source>
        <translation>“or”的前后应是要查找的内容。</translation>
    </message>
    <message>
        <source>Before “{text}” stands a parameter: out_channels {text} 64.</source>
        <translation>“{text}”前应是参数：out_channels {text} 64。</translation>
    </message>
    <message>
        <source>After “{name} {operator}” stands a value.</source>
        <translation>“{name} {operator}”后应是值。</translation>
    </message>
    <message>
        <source>“{text}” is no regular expression: {error}.</source>
        <translation>“{text}”不是正则表达式：{error}。</translation>
    </message>
    <message>
        <source>There is a “(” with no “)” after it.</source>
        <translation>有一个“（”，后面没有“）”。</translation>
    </message>
    <message>
        <source>After “{text}” stands what is not meant.</source>
        <translation>“{text}”后应是要排除的内容。</translation>
    </message>
    <message>
        <source>A {x} is compared by : or =.</source>
        <translation>{x} 用 : 或 = 比较。</translation>
    </message>
    <message>
        <source>Of them for training only</source>
        <translation>其中仅用于训练的</translation>
    </message>
    <message>
        <source>In auxiliary heads, which inference does without</source>
        <translation>在辅助头中，推理时不需要</translation>
    </message>
    <message>
        <source>Numbers that are learned</source>
        <translation>学习的数</translation>
    </message>
    <message>
        <source>Numbers that are kept, not learned</source>
        <translation>保存而不学习的数</translation>
    </message>
    <message>
        <source>Multiply-adds for one sample</source>
        <translation>一个样本的乘加次数</translation>
    </message>
    <message>
        <source>Training step with Adam</source>
        <translation>用 Adam 的一步训练</translation>
    </message>
    <message>
        <source>Memory in 32-bit floats, for a batch of {batch}</source>
        <translation>批次为 {batch} 时以 32 位浮点计的内存</translation>
    </message>
    <message>
        <source>Convolutions and linear layers along the longest path</source>
        <translation>最长路径上的卷积层和线性层</translation>
    </message>
    <message>
        <source>What a cell of the last feature map sees of the image</source>
        <translation>最后特征图的一个单元能看到图像的多少</translation>
    </message>
    <message>
        <source>Top-1 accuracy, {data}</source>
        <translation>Top-1 准确率，{data}</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>已发表的</translation>
    </message>
    <message>
        <source>None is published</source>
        <translation>没有发表</translation>
    </message>
    <message>
        <source>{x}  --set {settings}</source>
        <translation>{x}  --set {settings}</translation>
    </message>
    <message>
        <source>No published accuracy</source>
        <translation>没有发表的准确率</translation>
    </message>
    <message>
        <source>{x} et al.</source>
        <translation>{x} 等</translation>
    </message>
    <message>
        <source>top-1 accuracy {top1} {data}</source>
        <translation>top-1 准确率 {top1} {data}</translation>
    </message>
    <message>
        <source>reads the copies: what it had learned of their units is shared out among them</source>
        <translation>读取这些副本：它对原单元学到的权重在副本之间分摊</translation>
    </message>
    <message>
        <source>is wider and frozen: its new units stay copies until it learns</source>
        <translation>变宽且被冻结：新单元在它学习之前一直是副本</translation>
    </message>
    <message>
        <source>goes on with what it has learned</source>
        <translation>带着已学到的继续</translation>
    </message>
    <message>
        <source>is wider: its new units begin as copies of the old ones</source>
        <translation>变宽了：新单元从旧单元的副本开始</translation>
    </message>
    <message>
        <source>keeps a part of what it has learned</source>
        <translation>保留一部分已学到的</translation>
    </message>
    <message>
        <source>is new, and begins so that it changes nothing</source>
        <translation>是新的，开始时不改变任何结果</translation>
    </message>
    <message>
        <source>is new, and begins at random</source>
        <translation>是新的，从随机值开始</translation>
    </message>
    <message>
        <source>{what}, {lost} lost weights</source>
        <translation>{what}，其中 {lost} 层失去权重</translation>
    </message>
    <message>
        <source>What the network computes changes: {x}.</source>
        <translation>网络的计算结果会改变：{x}。</translation>
    </message>
    <message>
        <source>{changed} layers changed</source>
        <translation>{changed} 层有改动</translation>
    </message>
    <message>
        <source>1 layer changed</source>
        <translation>1 层有改动</translation>
    </message>
    <message>
        <source>{what}, no weight lost</source>
        <translation>{what}，没有失去权重</translation>
    </message>
    <message>
        <source>What the network computes stays the same.</source>
        <translation>网络的计算结果不变。</translation>
    </message>
    <message>
        <source>1 layer begins at random</source>
        <translation>1 层从随机值开始</translation>
    </message>
    <message>
        <source>{number} layers begin at random</source>
        <translation>{number} 层从随机值开始</translation>
    </message>
    <message>
        <source>The weights of {kept} of {x} layers stay</source>
        <translation>{x} 层中有 {kept} 层的权重保留</translation>
    </message>
    <message>
        <source>All weights stay</source>
        <translation>权重全部保留</translation>
    </message>
    <message>
        <source>{path} is new, and cannot begin by passing on what it gets</source>
        <translation>{path} 是新的，开始时无法原样传递输入</translation>
    </message>
    <message>
        <source>{path} computes otherwise than before</source>
        <translation>{path} 的计算与之前不同</translation>
    </message>
    <message>
        <source>{path} reads something else than before</source>
        <translation>{path} 读取的与之前不同</translation>
    </message>
    <message>
        <source>{path} reads less than before</source>
        <translation>{path} 读取的比之前少</translation>
    </message>
    <message>
        <source>{path} normalises over units of which only some were doubled</source>
        <translation>{path} 所归一化的单元中只有一部分被复制</translation>
    </message>
    <message>
        <source>the weights of {path} do not fit its new size</source>
        <translation>{path} 的权重不适合它的新尺寸</translation>
    </message>
    <message>
        <source>1 layer is gone</source>
        <translation>1 层已去除</translation>
    </message>
    <message>
        <source>{gone} layers are gone</source>
        <translation>{gone} 层已去除</translation>
    </message>
    <message>
        <source>1 layer is widened</source>
        <translation>1 层变宽</translation>
    </message>
    <message>
        <source>{number} layers are widened</source>
        <translation>{number} 层变宽</translation>
    </message>
    <message>
        <source>1 layer keeps a part</source>
        <translation>1 层保留一部分</translation>
    </message>
    <message>
        <source>{number} layers keep a part</source>
        <translation>{number} 层保留一部分</translation>
    </message>
    <message>
        <source>1 layer is inserted</source>
        <translation>1 层被插入</translation>
    </message>
    <message>
        <source>{number} layers are inserted</source>
        <translation>{number} 层被插入</translation>
    </message>
    <message>
        <source>it holds something else than a history</source>
        <translation>其中不是历史</translation>
    </message>
    <message>
        <source>“{name}” has {x} MiB, and a block at most {x2}.</source>
        <translation>“{name}”有 {x} MiB，而模块最多 {x2}。</translation>
    </message>
    <message>
        <source>“{name}” holds no block named “{x}”. If it is a network, open it and save a block of it.</source>
        <translation>“{name}”中没有名为“{x}”的模块。如果它是网络，请打开它并保存其中的模块。</translation>
    </message>
    <message>
        <source>There is a block named “{name}” in the library already.</source>
        <translation>库中已有名为“{name}”的模块。</translation>
    </message>
    <message>
        <source>{name} is too large for a file of its own: it has more than {x} MiB as text.</source>
        <translation>{name} 太大，不能单独成文件：写成文本超过 {x} MiB。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be listed: {x}.</source>
        <translation>无法列出“{folder}”：{x}。</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {x}.</source>
        <translation>无法创建文件夹“{folder}”：{x}。</translation>
    </message>
    <message>
        <source>“{path}” cannot be moved: {x}.</source>
        <translation>无法移动“{path}”：{x}。</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>auxiliary heads</source>
        <translation>辅助头</translation>
    </message>
    <message>
        <source>Library/Application Support</source>
        <translation>Library/Application Support</translation>
    </message>
    <message>
        <source>it has an unknown entry</source>
        <translation>其中有未知的条目</translation>
    </message>
    <message>
        <source>{__qualname__} is not kept in a history</source>
        <translation>历史中不保存 {__qualname__}</translation>
    </message>
    <message>
        <source>{__module__}.{__qualname__} is not kept in a history</source>
        <translation>历史中不保存 {__module__}.{__qualname__}</translation>
    </message>
    <message>
        <source>it names the unknown class {name}</source>
        <translation>其中有未知的类 {name}</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>it cannot be read: {error}</source>
        <translation>无法读取：{error}</translation>
    </message>
    <message>
        <source>{shown} and {more} more</source>
        <translation>{shown} 等 {more} 个</translation>
    </message>
    <message>
        <source>Blocks that differ: {names}</source>
        <translation>不同的模块：{names}</translation>
    </message>
    <message>
        <source>Settings of the training that differ: {names}</source>
        <translation>不同的训练设置：{names}</translation>
    </message>
    <message>
        <source>Its name is {name}</source>
        <translation>名称为 {name}</translation>
    </message>
    <message>
        <source>Wires: {x} only here, {x2} not here</source>
        <translation>连线：{x} 条只在这里，{x2} 条不在这里</translation>
    </message>
    <message>
        <source>Frames, notes or the order of the layers</source>
        <translation>框、便签或层的顺序</translation>
    </message>
    <message>
        <source>Other weights</source>
        <translation>别的权重</translation>
    </message>
    <message>
        <source>No weights</source>
        <translation>没有权重</translation>
    </message>
    <message>
        <source>Only here: {names}</source>
        <translation>只在这里：{names}</translation>
    </message>
    <message>
        <source>Not here: {names}</source>
        <translation>不在这里：{names}</translation>
    </message>
    <message>
        <source>Set otherwise: {names}</source>
        <translation>设置不同：{names}</translation>
    </message>
    <message>
        <source>In another place: {names}</source>
        <translation>位置不同：{names}</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program since it was opened or saved here.</source>
        <translation>“{name}”在此处打开或保存之后被其他程序更改过。</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it is of a newer version; update Skipwire to open it</source>
        <translation>它的版本较新；请更新 Skipwire 后打开</translation>
    </message>
    <message>
        <source>it is of another version: {error}</source>
        <translation>它的版本不同：{error}</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>运行比较</translation>
    </message>
    <message>
        <source>Best accuracy of the validation</source>
        <translation>验证的最好准确率</translation>
    </message>
    <message>
        <source>Least loss of the validation</source>
        <translation>最低验证损失</translation>
    </message>
    <message>
        <source>Seconds of training</source>
        <translation>训练秒数</translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation>数据指纹</translation>
    </message>
    <message>
        <source>“{path}” is of another version of Skipwire, or not whole.</source>
        <translation>“{path}”属于 Skipwire 的另一版本，或者不完整。</translation>
    </message>
    <message>
        <source>Of the class</source>
        <translation>占该类比例</translation>
    </message>
    <message>
        <source>Among the best five</source>
        <translation>在前五名之内</translation>
    </message>
    <message>
        <source>Confidence is off by</source>
        <translation>置信度偏差</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Changes and alerts</source>
        <translation>更改与警示</translation>
    </message>
    <message>
        <source>loss of each step</source>
        <translation>每步损失</translation>
    </message>
    <message>
        <source>top five</source>
        <translation>前五</translation>
    </message>
    <message>
        <source>Outputs that are no probabilities have no entropy.</source>
        <translation>不是概率的输出没有熵。</translation>
    </message>
    <message>
        <source>“{_path}” cannot be written: {x}.</source>
        <translation>无法写入“{_path}”：{x}。</translation>
    </message>
    <message>
        <source>--set needs KEY=VALUE, not “{text}”.</source>
        <translation>--set 需要 KEY=VALUE，而不是“{text}”。</translation>
    </message>
    <message>
        <source>This preset has no parameter “{key}”; it has: {x}.</source>
        <translation>此预设没有参数“{key}”；它有：{x}。</translation>
    </message>
    <message>
        <source>--set gives the parameters of a preset; a file has none.</source>
        <translation>--set 给出预设的参数；文件没有参数。</translation>
    </message>
    <message>
        <source>Image classifier</source>
        <translation>图像分类器</translation>
    </message>
    <message>
        <source>Convolutions and pools</source>
        <translation>卷积和池化</translation>
    </message>
    <message>
        <source>Residual network</source>
        <translation>残差网络</translation>
    </message>
    <message>
        <source>Two shortcuts</source>
        <translation>两条捷径</translation>
    </message>
    <message>
        <source>Four branches meet</source>
        <translation>四个分支汇合</translation>
    </message>
    <message>
        <source>Convolutions in time</source>
        <translation>时间上的卷积</translation>
    </message>
    <message>
        <source>Learning from here on: {nodes}</source>
        <translation>从此处起学习：{nodes}</translation>
    </message>
    <message>
        <source>Frozen from here on: {nodes}</source>
        <translation>从此处起冻结：{nodes}</translation>
    </message>
    <message>
        <source>Frozen from here on, statistics too: {nodes}</source>
        <translation>从此处起冻结（含统计量）：{nodes}</translation>
    </message>
    <message>
        <source>{name} stays as it is while a run goes on; start another run with {name} {x}.</source>
        <translation>运行进行时 {name} 保持不变；请用 {name} {x} 另开一次运行。</translation>
    </message>
    <message>
        <source>“{path}” cannot drop a share of {share}; give one from 0 to 1.</source>
        <translation>“{path}”的丢弃比例不能是 {share}；请给出 0 到 1 之间的值。</translation>
    </message>
    <message>
        <source>The change is not valid: {error}.</source>
        <translation>该更改无效：{error}。</translation>
    </message>
    <message>
        <source>Frozen by the block {outer}: let that learn first.</source>
        <translation>已被块 {outer} 冻结：请先让它学习。</translation>
    </message>
    <message>
        <source>the process that ran it {x}.</source>
        <translation>运行它的进程 {x}。</translation>
    </message>
    <message>
        <source>The policy {rich} takes its transforms from the package kornia, which is not installed here. Install it with pip install kornia, or set rich to none.</source>
        <translation>策略 {rich} 的变换来自软件包 kornia，而这里没有安装它。请用 pip install kornia 安装，或把 rich 设为 none。</translation>
    </message>
    <message>
        <source>All weights are frozen, so that nothing would be learned. Unfreeze the nodes that are to learn, such as the last one.</source>
        <translation>所有权重都已冻结，什么都学不到。请解冻要学习的节点，例如最后一个。</translation>
    </message>
    <message>
        <source>A message cannot be read: {error}.</source>
        <translation>无法读取一条消息：{error}。</translation>
    </message>
    <message>
        <source>A frame of {header} + {payload} bytes is over the limit.</source>
        <translation>{header} + {payload} 字节的帧超过上限。</translation>
    </message>
    <message>
        <source>resumed here</source>
        <translation>从此处继续</translation>
    </message>
    <message>
        <source>Leave {spare} Outputs Without a Class</source>
        <translation>保留 {spare} 个无类别的输出</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>the digits have</source>
        <translation>数字数据有</translation>
    </message>
    <message>
        <source>The network gives {given} for a sample, and {which} {number} classes.</source>
        <translation>网络对一个样本给出 {given}，而{which} {number} 个类别。</translation>
    </message>
    <message>
        <source>Take the First {outputs} Classes</source>
        <translation>取前 {outputs} 个类别</translation>
    </message>
    <message>
        <source>Leave 1 Output Without a Class</source>
        <translation>保留 1 个无类别的输出</translation>
    </message>
    <message>
        <source>, or the {_DIGIT} pixels of a digit</source>
        <translation>，或一个数字图像的 {_DIGIT} 像素</translation>
    </message>
    <message>
        <source>The network's input is {x}, and images are channels × height × width{digits}. Change the shape of the Input node.</source>
        <translation>网络的输入是 {x}，而图像是 通道 × 高 × 宽{digits}。请更改 Input 节点的形状。</translation>
    </message>
    <message>
        <source>The network's input {x} has {x2} channels, and images have 1 (grey) or 3 (RGB).</source>
        <translation>网络的输入 {x} 有 {x2} 个通道，而图像有 1 个（灰度）或 3 个(RGB)。</translation>
    </message>
    <message>
        <source>The network gives {x} for a sample. Only classifiers can be trained so far: networks that end in one number a class, such as those of a Linear layer.</source>
        <translation>网络对一个样本给出 {x}。目前只能训练分类器：以每个类别一个数结尾的网络，例如 Linear 层的输出。</translation>
    </message>
    <message>
        <source>The network gives one number for a sample, and there are two classes at least.</source>
        <translation>网络对一个样本给出一个数，而类别至少有两个。</translation>
    </message>
    <message>
        <source>Give It {words}</source>
        <translation>给它{words}</translation>
    </message>
    <message>
        <source>Use Random Patterns</source>
        <translation>使用随机图样</translation>
    </message>
    <message>
        <source>The training recipe is not valid: {error}.</source>
        <translation>训练配方无效：{error}。</translation>
    </message>
    <message>
        <source>The images of {x} classes are left out.</source>
        <translation>{x} 个类别的图像被忽略。</translation>
    </message>
    <message>
        <source>Numbers without a class only learn to be small.</source>
        <translation>没有类别的输出只会学成很小的数。</translation>
    </message>
    <message>
        <source>Give the Network Images of {height}×{width}</source>
        <translation>让网络接收 {height}×{width} 的图像</translation>
    </message>
    <message>
        <source>Give the Network the {pixels} Pixels of {height}×{width}</source>
        <translation>让网络接收 {height}×{width} 的 {pixels} 个像素</translation>
    </message>
    <message>
        <source>There are fewer images to learn from; each start compares all of them.</source>
        <translation>用于学习的图像会减少；每次开始都要比较全部图像。</translation>
    </message>
    <message>
        <source>Results cannot be compared with those of others, who keep to the parts as given.</source>
        <translation>结果无法与采用原有划分的他人结果比较。</translation>
    </message>
    <message>
        <source>Give the Network {number} Channels</source>
        <translation>让网络接收 {number} 个通道</translation>
    </message>
    <message>
        <source>Crop the Images</source>
        <translation>裁剪图像</translation>
    </message>
    <message>
        <source>What sticks out on two sides is not seen.</source>
        <translation>两侧超出的部分看不到。</translation>
    </message>
    <message>
        <source>Pad the Images</source>
        <translation>填充图像</translation>
    </message>
    <message>
        <source>Nothing is lost; a part of each image is black.</source>
        <translation>没有损失；每张图像有一部分是黑色。</translation>
    </message>
    <message>
        <source>Stretch the Images</source>
        <translation>拉伸图像</translation>
    </message>
    <message>
        <source>Nothing is lost; what is round is so no more.</source>
        <translation>没有损失；圆的不再是圆的。</translation>
    </message>
    <message>
        <source>Give the Network {number} Classes</source>
        <translation>让网络给出 {number} 个类别</translation>
    </message>
    <message>
        <source>Its last layer begins anew.</source>
        <translation>最后一层重新开始。</translation>
    </message>
    <message>
        <source>Take All Classes</source>
        <translation>取全部类别</translation>
    </message>
    <message>
        <source>Other images are learned from than now.</source>
        <translation>所学习的图像将与现在不同。</translation>
    </message>
    <message>
        <source>Give the Network 1 Channel</source>
        <translation>让网络接收 1 个通道</translation>
    </message>
    <message>
        <source>Leave Them Out of Training</source>
        <translation>从训练中剔除</translation>
    </message>
    <message>
        <source>Split Them Anew</source>
        <translation>重新划分</translation>
    </message>
    <message>
        <source>Its first layers begin anew.</source>
        <translation>前几层重新开始。</translation>
    </message>
    <message>
        <source>Layers that see the whole image begin anew.</source>
        <translation>看到整幅图像的层重新开始。</translation>
    </message>
    <message>
        <source>The network has {x} inputs ({names}), and training takes one. Remove the others to train it.</source>
        <translation>网络有 {x} 个输入({names})，而训练只取一个。请移除其他的再训练。</translation>
    </message>
    <message>
        <source>Of the gradient only {share} is left at the first weights; it is lost on the way back to “{where}”.</source>
        <translation>到达最前面的权重时，梯度只剩下 {share}；它在回传到“{where}”的途中消失。</translation>
    </message>
    <message>
        <source>Add shortcuts or normalisation, take ReLU for Sigmoid or Tanh, or fewer layers.</source>
        <translation>请添加捷径或归一化，用 ReLU 代替 Sigmoid 或 Tanh，或减少层数。</translation>
    </message>
    <message>
        <source>The gradient grows {times} times on its way back to the first weights; it is greatest at “{where}”.</source>
        <translation>梯度在回传到最前面的权重时增大到 {times} 倍；在“{where}”处最大。</translation>
    </message>
    <message>
        <source>Add normalisation, begin with smaller weights, or clip the gradient.</source>
        <translation>请添加归一化，用更小的权重开始，或裁剪梯度。</translation>
    </message>
    <message>
        <source>The gradient’s norm is {norm}, {x} times what it was before.</source>
        <translation>梯度的范数为 {norm}，是之前的 {x} 倍。</translation>
    </message>
    <message>
        <source>Lower the learning rate, or clip the gradient.</source>
        <translation>请降低学习率，或裁剪梯度。</translation>
    </message>
    <message>
        <source>The loss stays at {loss}, which is that of guessing: nothing is learned.</source>
        <translation>损失停留在 {loss}，与猜测相当：什么也没有学到。</translation>
    </message>
    <message>
        <source>Try a learning rate ten times higher or lower, and look whether the gradient reaches the first layers and the labels are right.</source>
        <translation>请尝试高十倍或低十倍的学习率，并检查梯度是否能到达前几层、标签是否正确。</translation>
    </message>
    <message>
        <source>The loss rises: {loss} over the last {WINDOW} steps, after {loss2} at best.</source>
        <translation>损失在上升：最近 {WINDOW} 步为 {loss}，最好时为 {loss2}。</translation>
    </message>
    <message>
        <source>Lower the learning rate, let it fall in the course of the run, or clip the gradient.</source>
        <translation>请降低学习率，让它随训练下降，或裁剪梯度。</translation>
    </message>
    <message>
        <source>Since epoch {epoch} the validation’s loss has risen from {val_loss} to {val_loss2}, while that of training falls: it learns by heart.</source>
        <translation>自第 {epoch} 轮起，验证损失从 {val_loss} 升到 {val_loss2}，而训练损失在下降：网络在死记硬背。</translation>
    </message>
    <message>
        <source>Augment the data, add dropout or weight decay, take a smaller network, or stop early.</source>
        <translation>请增强数据，添加 Dropout 或权重衰减，使用更小的网络，或提前停止。</translation>
    </message>
    <message>
        <source>Of the images for validation {val_accuracy} are right, and guessing gives {chance}.</source>
        <translation>验证图像的正确率为 {val_accuracy}，而猜测可得 {chance}。</translation>
    </message>
    <message>
        <source>Look whether both parts of the data have the same classes and preparation, and whether BatchNorm’s running statistics are sound.</source>
        <translation>请检查数据的两部分是否有相同的类别和预处理，以及 BatchNorm 的运行统计量是否正常。</translation>
    </message>
    <message>
        <source>{share} of a step is spent waiting for data.</source>
        <translation>一步中有 {share} 的时间在等待数据。</translation>
    </message>
    <message>
        <source>Let more workers read it, take smaller images, or fewer augmentations.</source>
        <translation>请用更多进程读取数据，使用更小的图像，或减少数据增强。</translation>
    </message>
    <message>
        <source>{share} of the device’s memory is taken: {x} of {x2} GiB.</source>
        <translation>设备内存已占用 {share}：{x} / {x2} GiB。</translation>
    </message>
    <message>
        <source>Take a smaller batch, with accumulation where the large one matters.</source>
        <translation>请使用更小的批次；若需要大批次，可用梯度累积。</translation>
    </message>
    <message>
        <source>{share} of the units of “{path}” answer nothing any more, whatever the image.</source>
        <translation>“{path}”有 {share} 的单元对任何图像都不再响应。</translation>
    </message>
    <message>
        <source>Lower the learning rate, or take LeakyReLU; such units seldom come back.</source>
        <translation>请降低学习率，或改用 LeakyReLU；这样的单元很少能恢复。</translation>
    </message>
    <message>
        <source>The training process {x}{x2}.</source>
        <translation>训练进程{x}{x2}。</translation>
    </message>
    <message>
        <source>ended unexpectedly</source>
        <translation>意外结束</translation>
    </message>
    <message>
        <source>ended unexpectedly with exit code {code}</source>
        <translation>意外结束，退出码为 {code}</translation>
    </message>
    <message>
        <source>was killed (SIGKILL), often by the system when memory runs out; a smaller batch needs less</source>
        <translation>被终止(SIGKILL)，常因内存耗尽而由系统终止；较小的批次需要较少内存</translation>
    </message>
    <message>
        <source>signal {x}</source>
        <translation>信号 {x}</translation>
    </message>
    <message>
        <source>{output} has no head to replace: what it gives comes from {path} ({kind}), and not from a Linear layer or a 1×1 convolution with one output a class. Add such a layer ahead of it.</source>
        <translation>{output} 没有可替换的头：它的结果来自 {path}({kind})，而不是每个类别一个输出的 Linear 层或 1×1 卷积。请在其前加这样的层。</translation>
    </message>
    <message>
        <source>Mend the network first; then it can be prepared for other data.</source>
        <translation>请先修好网络；然后才能为其他数据做准备。</translation>
    </message>
    <message>
        <source>What learns slower</source>
        <translation>学得较慢的部分</translation>
    </message>
    <message>
        <source>With another number of classes there is a problem: {reason}</source>
        <translation>换成另一个类别数会有问题：{reason}</translation>
    </message>
    <message>
        <source>“{name}” was not read: the process that reads it {why}.</source>
        <translation>“{name}”没有读取：读它的进程{why}。</translation>
    </message>
    <message>
        <source>“{name}” holds weights and no network. Open the network they are for, and choose Load Weights.</source>
        <translation>“{name}”只有权重而没有网络。请打开对应的网络，然后选择“载入权重”。</translation>
    </message>
    <message>
        <source>“{file}” is not the file whose weights this network had (SHA-256 {x}…, now {x2}…). Load its weights again.</source>
        <translation>“{file}”不是此网络权重所用的文件（SHA-256 {x}…，现为 {x2}…）。请重新载入其权重。</translation>
    </message>
    <message>
        <source>{x} of {total}</source>
        <translation>{x} / {total}</translation>
    </message>
    <message>
        <source>Published by torchvision (BSD 3-Clause), trained on ImageNet, whose terms may bind what is made of it.</source>
        <translation>由 torchvision(BSD 3-Clause)发布，在 ImageNet 上训练，其条款可能约束由此产生的内容。</translation>
    </message>
    <message>
        <source>Images scaled to 0…1, less the means 0.485, 0.456, 0.406, over 0.229, 0.224, 0.225.</source>
        <translation>图像缩放到 0…1，减去均值 0.485、0.456、0.406，除以 0.229、0.224、0.225。</translation>
    </message>
    <message>
        <source>Images scaled to −1…1: weights of the original program, brought over.</source>
        <translation>图像缩放到 −1…1：由原程序的权重转来。</translation>
    </message>
    <message>
        <source>half precision (F16)</source>
        <translation>半精度(F16)</translation>
    </message>
    <message>
        <source>double precision (F64)</source>
        <translation>双精度(F64)</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>by order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source> {first}{more} of the file {x} NaN or infinity, so that the network would give no numbers. Get the file again, or take an earlier checkpoint.</source>
        <translation>{first}{more}（在文件中）{x} NaN 或无穷，网络将给不出数。请重新取得文件，或用较早的检查点。</translation>
    </message>
    <message>
        <source>{found} tensors of the network, {x}</source>
        <translation>网络的 {found} 个张量，{x}</translation>
    </message>
    <message>
        <source>{n} converted from {x}</source>
        <translation>{n} 个由 {x} 转换</translation>
    </message>
    <message>
        <source> Little fits: the file seems to be for another network.</source>
        <translation>相符的很少：该文件似乎属于另一个网络。</translation>
    </message>
    <message>
        <source>“{prefix}” taken off the file's names</source>
        <translation>从文件的名称中去掉“{prefix}”</translation>
    </message>
    <message>
        <source>, not {x}</source>
        <translation>，而不是 {x}</translation>
    </message>
    <message>
        <source>from “{taken}” of the checkpoint{beside}</source>
        <translation>来自检查点的“{taken}”{beside}</translation>
    </message>
    <message>
        <source>{number} of another shape</source>
        <translation>{number} 个形状不同</translation>
    </message>
    <message>
        <source>{number} missing in the file</source>
        <translation>{number} 个在文件中缺失</translation>
    </message>
    <message>
        <source>{number} counters of batches begin at 0</source>
        <translation>{number} 个批计数器从 0 开始</translation>
    </message>
    <message>
        <source>{number} in the file only</source>
        <translation>{number} 个只在文件中</translation>
    </message>
    <message>
        <source>   matched: {key}  {x}  from {key2}{converted}</source>
        <translation>   matched: {key}  {x}  from {key2}{converted}</translation>
    </message>
    <message>
        <source>mismatched: {key}  {x}, and {key2} in the file is {x2}</source>
        <translation>mismatched: {key}  {x}, and {key2} in the file is {x2}</translation>
    </message>
    <message>
        <source>   missing: {key}  {x}</source>
        <translation>   missing: {key}  {x}</translation>
    </message>
    <message>
        <source>unexpected: {key}  {x}</source>
        <translation>unexpected: {key}  {x}</translation>
    </message>
    <message>
        <source>“{path}” is not there, or is no file. Check the path.</source>
        <translation>“{path}”不存在，或不是文件。请检查路径。</translation>
    </message>
    <message>
        <source>“{name}” is not a whole .safetensors file ({error}). Get it again.</source>
        <translation>“{name}”不是完整的 .safetensors 文件({error})。请重新取得。</translation>
    </message>
    <message>
        <source>“{name}” holds {x} tensors, and {MOST} are the most.</source>
        <translation>“{name}”有 {x} 个张量，最多 {MOST} 个。</translation>
    </message>
    <message>
        <source>Starting PyTorch</source>
        <translation>正在启动 PyTorch</translation>
    </message>
    <message>
        <source>Taking its tensors out</source>
        <translation>正在取出其中的张量</translation>
    </message>
    <message>
        <source>{x}, which is</source>
        <translation>{x}，即</translation>
    </message>
    <message>
        <source>more than numbers, and that is</source>
        <translation>不只是数字，这</translation>
    </message>
    <message>
        <source>“{name}” is {x} bytes long and claims to hold {claimed} bytes of weights. It is not read.</source>
        <translation>“{name}”长 {x} 字节，却声称含有 {claimed} 字节的权重。不予读取。</translation>
    </message>
    <message>
        <source>Keeping its tensors</source>
        <translation>正在保存其中的张量</translation>
    </message>
    <message>
        <source>“{name}” changed while it was read. Load it again.</source>
        <translation>“{name}”在读取时发生了变化。请重新加载。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be used: {x}.</source>
        <translation>无法使用“{folder}”：{x}。</translation>
    </message>
    <message>
        <source>There is not enough memory to read “{name}”.</source>
        <translation>内存不足，无法读取“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or no file of PyTorch. Get it again.</source>
        <translation>“{name}”已损坏，或不是 PyTorch 的文件。请重新获取。</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>The policy {name} changes images of 1 or {COLOURS} channels, and these have {channels}. Set rich to none.</source>
        <translation>策略 {name} 只能改变 1 或 {COLOURS} 个通道的图像，而这些有 {channels} 个。请把 rich 设为 none。</translation>
    </message>
    <message>
        <source>“{folder}” is of another version of Skipwire.</source>
        <translation>“{folder}”来自另一版本的 Skipwire。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be made: {x}.</source>
        <translation>无法创建“{folder}”：{x}。</translation>
    </message>
    <message>
        <source>“{path}” is damaged: {error}.</source>
        <translation>“{path}”已损坏：{error}。</translation>
    </message>
    <message>
        <source>“{folder}” is damaged: {error}.</source>
        <translation>“{folder}”已损坏：{error}。</translation>
    </message>
    <message>
        <source>reading the recipe</source>
        <translation>读取训练方案</translation>
    </message>
    <message>
        <source>The recipe asks for the device {device}, but torch finds only {x} here; choose auto or one of these.</source>
        <translation>训练方案要求设备 {device}，但 torch 在这里只找到 {x}；请选择 auto 或其中之一。</translation>
    </message>
    <message>
        <source>The recipe asks for {number} processes on mps, which can do only one. Set processes to 1, or device to cpu.</source>
        <translation>配方要求在 mps 上用 {number} 个进程，而它只能用一个。请把 processes 设为 1，或把 device 设为 cpu。</translation>
    </message>
    <message>
        <source>The recipe asks for {number} processes on cuda, a device each, and torch finds {cards} here. Set processes to {x}, or device to cpu.</source>
        <translation>配方要求在 cuda 上用 {number} 个进程，每个一块设备，而 torch 在这里找到 {cards} 块。请把 processes 设为 {x}，或把 device 设为 cpu。</translation>
    </message>
    <message>
        <source>The recipe asks for normalisation over all processes, which torch does on cuda alone. Switch it off; each process normalises by its own part of the batch then.</source>
        <translation>配方要求在所有进程上做归一化，而 torch 只在 cuda 上能做。请关闭它；每个进程就按自己的那一份做归一化。</translation>
    </message>
    <message>
        <source>A batch of {batch_size} cannot be shared by {number} processes, as each needs two samples. Set the batch size to {x} or more.</source>
        <translation>大小为 {batch_size} 的批不能由 {number} 个进程分担，因为每个至少需要两个样本。请把批大小设为 {x} 或更大。</translation>
    </message>
    <message>
        <source>The recipe asks to compile the network, which needs the package triton for cuda. Install it with pip install triton, or switch compile off.</source>
        <translation>训练方案要求编译网络，在 cuda 上这需要 triton 包。请用 pip install triton 安装，或关闭编译。</translation>
    </message>
    <message>
        <source>The recipe asks to compile the network, which needs a C++ compiler. There is none of {x} here. Install one, or switch compile off.</source>
        <translation>训练方案要求编译网络，这需要一个 C++ 编译器，但此处没有 {x} 中的任何一个。请安装一个，或关闭编译。</translation>
    </message>
    <message>
        <source>The run in “{path}” is being trained already.</source>
        <translation>“{path}”中的运行已在训练。</translation>
    </message>
    <message>
        <source>The run is not kept, and goes on. {error}</source>
        <translation>运行未能保存，但会继续。{error}</translation>
    </message>
    <message>
        <source>No window will find this worker: {error}.</source>
        <translation>没有窗口能找到这个训练进程：{error}。</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存耗尽</translation>
    </message>
    <message>
        <source>Memory ran out while {doing} with batches of {size}; {cure}.</source>
        <translation>{doing}时（批大小 {size}）内存耗尽；{cure}。</translation>
    </message>
    <message>
        <source>An error came up while {doing}: {x}</source>
        <translation>{doing}时出错：{x}</translation>
    </message>
    <message>
        <source>take a smaller batch</source>
        <translation>请用更小的批</translation>
    </message>
    <message>
        <source>take a smaller input or network</source>
        <translation>请用更小的输入或网络</translation>
    </message>
    <message>
        <source>ONNX, at most {difference} from PyTorch on random input in onnxruntime</source>
        <translation>ONNX，在 onnxruntime 中对随机输入与 PyTorch 最多相差 {difference}</translation>
    </message>
    <message>
        <source>{x} tensors, {numbers} numbers</source>
        <translation>{x} 个张量，{numbers} 个数</translation>
    </message>
    <message>
        <source>Wrote {path} with {weights}: {x}.</source>
        <translation>已写入 {path}，含{weights}：{x}。</translation>
    </message>
    <message>
        <source>untrained weights of seed {seed}</source>
        <translation>种子 {seed} 的未训练权重</translation>
    </message>
    <message>
        <source>the weights of {name}{also}</source>
        <translation>{name} 的权重{also}</translation>
    </message>
    <message>
        <source>the file, loaded again,</source>
        <translation>重新加载的文件</translation>
    </message>
    <message>
        <source>The network cannot be exported as {format}: {x}</source>
        <translation>无法将网络导出为 {format}：{x}</translation>
    </message>
    <message>
        <source>the weights after {steps} steps of training</source>
        <translation>训练 {steps} 步之后的权重</translation>
    </message>
    <message>
        <source>, and {left} untrained tensors of seed {seed}</source>
        <translation>，以及 {left} 个种子 {seed} 的未训练张量</translation>
    </message>
    <message>
        <source>The weights take {x} GB, and an ONNX file holds at most 2 GB. Export the network as .pt2, or its weights as .safetensors.</source>
        <translation>权重占 {x} GB，而 ONNX 文件最多容纳 2 GB。请将网络导出为 .pt2，或将权重导出为 .safetensors。</translation>
    </message>
    <message>
        <source>The file does not hold the weights when it is read again.</source>
        <translation>重新读取时，文件中没有这些权重。</translation>
    </message>
    <message>
        <source>{who} gives values up to {worst} from those of PyTorch, and {TOLERANCE} is allowed. The file was not written.</source>
        <translation>{who}给出的值与 PyTorch 最多相差 {worst}，而允许的是 {TOLERANCE}。文件未写入。</translation>
    </message>
    <message>
        <source>{who} gives the shape {shape} for {shape2}.</source>
        <translation>{who}对 {shape2} 给出形状 {shape}。</translation>
    </message>
    <message>
        <source>{x} {noun}: {train} for training, {val} for validation, {how}</source>
        <translation>{x} {noun}：{train} 用于训练，{val} 用于验证，{how}</translation>
    </message>
    <message>
        <source>a tensor of shape {x}</source>
        <translation>形状为 {x} 的张量</translation>
    </message>
    <message>
        <source>The network gives {given} for an image, but the data has {x} classes ({names}); end the network with a Linear layer of out_features {x2}.</source>
        <translation>网络对一幅图像给出 {given}，而数据有 {x} 个类别（{names}）；请用 out_features 为 {x2} 的 Linear 层结束网络。</translation>
    </message>
    <message>
        <source>as the data has it</source>
        <translation>按数据自带的划分</translation>
    </message>
    <message>
        <source>stratified, seed {seed}</source>
        <translation>分层，种子 {seed}</translation>
    </message>
    <message>
        <source>The {x} {noun} leave none for {x2}; at least one class needs two images.</source>
        <translation>{x} {noun}没有剩下可供{x2}的；至少要有一个类别含两张图像。</translation>
    </message>
    <message>
        <source>{x} {noun} ({x2}) of {height}×{width} px, with values from 0 to 1, to look at: nothing is learned from them</source>
        <translation>{x} {noun}（{x2}），{height}×{width} 像素，值为 0 到 1，供查看：不从中学习</translation>
    </message>
    <message>
        <source>The recipe gives {x} means and {x2} deviations to normalise by, but images here have {channels} channels; give one for each.</source>
        <translation>训练方案给出了 {x} 个均值和 {x2} 个标准差用于归一化，而此处的图像有 {channels} 个通道；请各给一个。</translation>
    </message>
    <message>
        <source>trying a learning rate of {rate}</source>
        <translation>正在尝试学习率 {rate}</translation>
    </message>
    <message>
        <source>Rates from {least} to {most} in {steps} steps cannot be tried; begin above 0, end higher, and take {FEWEST} steps or more.</source>
        <translation>无法在 {steps} 步内尝试从 {least} 到 {most} 的学习率；请从大于 0 的值开始，以更高的值结束，并至少取 {FEWEST} 步。</translation>
    </message>
    <message>
        <source>What was learned before that change is not there any more.</source>
        <translation>那次改变之前学到的已不在了。</translation>
    </message>
    <message>
        <source>The run cannot go back: {error}.</source>
        <translation>运行无法回退：{error}。</translation>
    </message>
    <message>
        <source>{key} is of another shape than what it is made of; start anew.</source>
        <translation>{key} 的形状与其来源不同；请重新开始。</translation>
    </message>
    <message>
        <source>There is no tensor {key} to go on with; start anew.</source>
        <translation>没有可以继续使用的张量 {key}；请重新开始。</translation>
    </message>
    <message>
        <source>The network takes {x} now, and the data of this run is {x2}; start anew.</source>
        <translation>网络现在接受 {x}，而这次运行的数据是 {x2}；请重新开始。</translation>
    </message>
    <message>
        <source>What the network gives has another shape now; start anew.</source>
        <translation>网络的输出形状已不同；请重新开始。</translation>
    </message>
    <message>
        <source>A network that several processes train together cannot be changed.</source>
        <translation>由多个进程共同训练的网络不能改变。</translation>
    </message>
    <message>
        <source>making the network anew</source>
        <translation>重建网络</translation>
    </message>
    <message>
        <source>At step {x} {words}.</source>
        <translation>第 {x} 步：{words}。</translation>
    </message>
    <message>
        <source>Lower the learning rate, now {rate}, or clip the gradient.</source>
        <translation>请降低学习率（现为 {rate}），或裁剪梯度。</translation>
    </message>
    <message>
        <source>Training has stopped before the weights took it in.</source>
        <translation>训练已在权重受影响之前停止。</translation>
    </message>
    <message>
        <source>NaN (not a number)</source>
        <translation>NaN（不是数）</translation>
    </message>
    <message>
        <source>{x} came up in the loss</source>
        <translation>损失中出现了{x}</translation>
    </message>
    <message>
        <source>{kind} was in the data</source>
        <translation>数据中有{kind}</translation>
    </message>
    <message>
        <source>{kind} came up in the loss of outputs that are finite</source>
        <translation>输出有限，但损失中出现了{kind}</translation>
    </message>
    <message>
        <source>{kind} was in the weight “{name}” already</source>
        <translation>权重“{name}”中已有{kind}</translation>
    </message>
    <message>
        <source>{kind} came up in the gradient of “{name}”</source>
        <translation>“{name}”的梯度中出现了{kind}</translation>
    </message>
    <message>
        <source>{kind} first came out of “{path}”</source>
        <translation>{kind}最先出现在“{path}”的输出中</translation>
    </message>
    <message>
        <source>{kind} first came up in the gradient through “{at}”</source>
        <translation>{kind}最先出现在经过“{at}”的梯度中</translation>
    </message>
    <message>
        <source>The run began with PyTorch {torch} and goes on with {here}.</source>
        <translation>运行开始时使用 PyTorch {torch}，现在使用 {here}。</translation>
    </message>
    <message>
        <source>The run began on a processor {machine}, and this one is {here}.</source>
        <translation>运行开始时的处理器是 {machine}，而现在的是 {here}。</translation>
    </message>
    <message>
        <source>The data is not what it was when the run began.</source>
        <translation>数据与运行开始时不同。</translation>
    </message>
    <message>
        <source>It may end with other weights than if it had not been broken off.</source>
        <translation>最终权重可能与未中断时不同。</translation>
    </message>
    <message>
        <source>“{path}” drops nothing in this run, so that its share cannot change.</source>
        <translation>“{path}”在本次运行中不丢弃任何内容，因此其比例不能更改。</translation>
    </message>
    <message>
        <source>With all of it frozen nothing would learn; leave some of it free.</source>
        <translation>全部冻结后将没有可学习的部分；请保留一部分不冻结。</translation>
    </message>
    <message>
        <source>There is no “{path}” in this run that could be frozen.</source>
        <translation>本次运行中没有可冻结的“{path}”。</translation>
    </message>
    <message>
        <source>it still runs after {seconds} seconds, and was stopped.</source>
        <translation>{seconds} 秒后仍在运行，已被停止。</translation>
    </message>
    <message>
        <source>the shape of what it gives depends on the size of the batch.</source>
        <translation>它给出的形状取决于批的大小。</translation>
    </message>
    <message>
        <source>forward gives {x} values, and its annotation says {outputs}.</source>
        <translation>forward 给出 {x} 个值，而其注解说是 {outputs} 个。</translation>
    </message>
    <message>
        <source>forward gives a {__name__}, and not a Tensor.</source>
        <translation>forward 给出的是 {__name__}，而不是 Tensor。</translation>
    </message>
    <message>
        <source>forward gives {kind} numbers; end it with .float().</source>
        <translation>forward 给出 {kind} 型的数；请以 .float() 结束。</translation>
    </message>
    <message>
        <source>forward gives {shape} for a batch of {batch}: the first axis must be the batch, and one more has to follow.</source>
        <translation>对大小为 {batch} 的批，forward 给出 {shape}：第一个轴必须是批，其后至少还要有一个轴。</translation>
    </message>
    <message>
        <source>It was tried with a batch of {batch}, which is the first axis.</source>
        <translation>试验时批的大小为 {batch}，即第一个轴。</translation>
    </message>
    <message>
        <source>The window speaks protocol {protocol} and the worker {PROTOCOL}; install the same version of Skipwire for both.</source>
        <translation>窗口使用协议 {protocol}，工作进程使用 {PROTOCOL}；请为两者安装同一版本的 Skipwire。</translation>
    </message>
    <message>
        <source>The network has no parameters to train; add a Conv2d or Linear layer.</source>
        <translation>网络没有可训练的参数；请添加 Conv2d 或 Linear 层。</translation>
    </message>
    <message>
        <source>The source defines no class named {class_name}; generate it again.</source>
        <translation>源代码没有定义名为 {class_name} 的类；请重新生成。</translation>
    </message>
    <message>
        <source>&lt;skipwire probe&gt;</source>
        <translation>&lt;skipwire probe&gt;</translation>
    </message>
    <message>
        <source>The probe text defines no function named probe; generate it again.</source>
        <translation>探针文本没有定义名为 probe 的函数；请重新生成。</translation>
    </message>
    <message>
        <source>computing feature maps</source>
        <translation>计算特征图</translation>
    </message>
    <message>
        <source>reading the photographs</source>
        <translation>读取照片</translation>
    </message>
    <message>
        <source>building the network</source>
        <translation>构建网络</translation>
    </message>
    <message>
        <source>The run goes on as before.</source>
        <translation>运行照旧继续。</translation>
    </message>
    <message>
        <source>validating after epoch {_epoch}</source>
        <translation>在第 {_epoch} 轮后验证</translation>
    </message>
    <message>
        <source>training, at step {x}</source>
        <translation>训练第 {x} 步</translation>
    </message>
    <message>
        <source>in the validation after epoch {_epoch}</source>
        <translation>在第 {_epoch} 轮后的验证中</translation>
    </message>
    <message>
        <source>The network has become another one.</source>
        <translation>网络已变成另一个。</translation>
    </message>
    <message>
        <source>at step {x}</source>
        <translation>（第 {x} 步）</translation>
    </message>
    <message>
        <source>The loss became {word} {where}; lower the learning rate, now {rate}.</source>
        <translation>损失变成了 {word}{where}；请降低学习率，现在是 {rate}。</translation>
    </message>
    <message>
        <source>The recipe has {x} class weights, but the data has {x2} classes; give one for each class, or none.</source>
        <translation>训练方案有 {x} 个类别权重，而数据有 {x2} 个类别；请为每个类别各给一个，或一个也不给。</translation>
    </message>
    <message>
        <source>All class weights are 0, so that nothing is learned; raise one of them.</source>
        <translation>所有类别权重都是 0，什么也学不到；请调高其中一个。</translation>
    </message>
    <message>
        <source>Process {x} of {_count}: {reason}</source>
        <translation>第 {x} 个进程（共 {_count} 个）：{reason}</translation>
    </message>
    <message>
        <source>The processes could not be started: {error}.</source>
        <translation>无法启动这些进程：{error}。</translation>
    </message>
    <message>
        <source>Process {x} of {_count} {x2}.</source>
        <translation>第 {x} 个进程（共 {_count} 个）{x2}。</translation>
    </message>
    <message>
        <source>The processes ended without a word.</source>
        <translation>这些进程没有说明就结束了。</translation>
    </message>
    <message>
        <source>These images have no classes, so that no answer is right or wrong. Choose other data to learn from in the recipe.</source>
        <translation>这些图像没有类别，因此无所谓答对或答错。请在训练配方中选择其他数据来学习。</translation>
    </message>
    <message>
        <source>Nothing has been validated yet. The first epoch has to end for that.</source>
        <translation>尚未进行任何验证。需要等第一轮训练结束。</translation>
    </message>
    <message>
        <source>A network that learns by the squared error gives no probabilities, so that none of its answers is more certain than another. Look at the greatest losses instead.</source>
        <translation>按平方误差学习的网络不给出概率，因此各个回答之间没有确定程度之分。请改为查看损失最大的图像。</translation>
    </message>
    <message>
        <source>There is no network to ask. Train one first.</source>
        <translation>没有可以询问的网络。请先训练一个。</translation>
    </message>
    <message>
        <source>An error came up while the network was asked: {x}</source>
        <translation>询问网络时出现错误：{x}</translation>
    </message>
    <message>
        <source>Another picture was asked for.</source>
        <translation>已请求另一张图。</translation>
    </message>
    <message>
        <source>“{path}” is not on the way to the scores. Choose another node.</source>
        <translation>“{path}”不在通向得分的路径上。请选择其他节点。</translation>
    </message>
    <message>
        <source>“{path}” gives numbers that lie nowhere in the image. Choose a node that gives maps, such as a convolution.</source>
        <translation>“{path}”给出的数值在图像中没有位置。请选择给出特征图的节点，例如卷积。</translation>
    </message>
    <message>
        <source>The scores do not depend on the image, so that nothing of it can be shown.</source>
        <translation>得分与图像无关，因此没有可显示的内容。</translation>
    </message>
    <message>
        <source>reading what the run has kept</source>
        <translation>读取该次训练保存的内容</translation>
    </message>
    <message>
        <source>validating the network</source>
        <translation>验证网络</translation>
    </message>
    <message>
        <source>The run has kept no weights yet, so that there is nothing to look at. Let it come to the end of its first epoch.</source>
        <translation>该次训练尚未保存任何权重，因此没有可查看的内容。请让它先完成第一轮。</translation>
    </message>
    <message>
        <source>The run has not kept its best weights. Look at the newest ones instead.</source>
        <translation>该次训练没有保存最佳权重。请改为查看最新的权重。</translation>
    </message>
    <message>
        <source>The network gives a tensor of shape {told} for an image, and no scores of classes. End it with a Linear layer to ask what it takes an image for.</source>
        <translation>网络对一张图像给出形状为 {told} 的张量，而不是各类别的得分。请以 Linear 层结尾，才能询问它把图像认作什么。</translation>
    </message>
    <message>
        <source>The network tells {x} classes, and none of number {label}.</source>
        <translation>网络区分 {x} 个类别，没有编号为 {label} 的类别。</translation>
    </message>
    <message>
        <source>The data has {count} images, and none of number {number}.</source>
        <translation>数据共有 {count} 张图像，没有编号为 {number} 的图像。</translation>
    </message>
    <message>
        <source>The results of validation are not kept. {error}</source>
        <translation>验证结果未被保存。{error}</translation>
    </message>
    <message>
        <source>The run has ended in an error.</source>
        <translation>训练因错误而结束。</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>读取数据</translation>
    </message>
    <message>
        <source>“{_folder}” cannot be written: {x}.</source>
        <translation>无法写入“{_folder}”：{x}。</translation>
    </message>
    <message>
        <source>The feature maps of epochs are not kept. {why}</source>
        <translation>各轮的特征图未能保存。{why}</translation>
    </message>
    <message>
        <source>Began with {x} of {total} tensors of {name}</source>
        <translation>以 {name} 的 {total} 个张量中的 {x} 个开始</translation>
    </message>
    <message>
        <source>{told}; {x} and {x2} more are new</source>
        <translation>{told}；{x} 和另外 {x2} 个是新的</translation>
    </message>
    <message>
        <source>The weights of {name} cannot be read ({error}); load them again.</source>
        <translation>无法读取 {name} 的权重（{error}）；请重新加载。</translation>
    </message>
    <message>
        <source>file {name}</source>
        <translation>文件 {name}</translation>
    </message>
    <message>
        <source>The {lacking} has no tensor {name}; load the weights again.</source>
        <translation>{lacking}没有张量 {name}；请重新加载权重。</translation>
    </message>
    <message>
        <source>{ours} is {x}, and {theirs} in {name} is {x2}; load the weights again.</source>
        <translation>{ours} 是 {x}，而 {name} 中的 {theirs} 是 {x2}；请重新加载权重。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Inception-like</source>
        <translation>Inception 式</translation>
    </message>
    <message>
        <source>1D signal</source>
        <translation>一维信号</translation>
    </message>
    <message>
        <source>w ~ N(0, gain² · 2 / (fan_in + fan_out))</source>
        <translation>w ~ N(0, gain² · 2 / (fan_in + fan_out))</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>w ~ U(a, b)</source>
        <translation>w ~ U(a, b)</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>w = value</source>
        <translation>w = value</translation>
    </message>
    <message>
        <source>By Family</source>
        <translation>按系列</translation>
    </message>
    <message>
        <source>By Name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By Year</source>
        <translation>按年份</translation>
    </message>
    <message>
        <source>By Parameters</source>
        <translation>按参数</translation>
    </message>
    <message>
        <source>By MACs</source>
        <translation>按 MACs</translation>
    </message>
    <message>
        <source>By Accuracy</source>
        <translation>按准确率</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Blue to red</source>
        <translation>蓝到红</translation>
    </message>
</context>
</TS>
