<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>Where the data enters</source>
        <translation>数据从这里进入</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>输入和输出</translation>
    </message>
    <message>
        <source>The shape of one sample, without the batch: (channels, height, width).</source>
        <translation>一个样本的形状,不含批次:(通道,高,宽)。</translation>
    </message>
    <message>
        <source>Inside a block the shape comes from the wire into the block, and this one is not used.</source>
        <translation>在模块内部,形状由进入模块的连线决定,这里的值不起作用。</translation>
    </message>
    <message>
        <source>Channels, height and width</source>
        <translation>通道数、高度和宽度</translation>
    </message>
    <message>
        <source>What the network returns</source>
        <translation>网络返回的结果</translation>
    </message>
    <message>
        <source>Marks the value that the network returns. A classifier ends in its logits, one number a class: the cross-entropy loss applies the softmax itself.</source>
        <translation>标记网络返回的值。分类器以 logits 结尾,每个类别一个数:交叉熵损失会自行应用 softmax。</translation>
    </message>
    <message>
        <source>A network with several is trained on the sum of their losses, each times its weight. An auxiliary one is left out at inference, with all that only it needs.</source>
        <translation>有多个输出的网络按各损失的加权和训练。辅助输出连同只有它需要的部分,在推理时都会去掉。</translation>
    </message>
    <message>
        <source>Times its loss, in the sum that is trained</source>
        <translation>该损失在训练总损失中的权重</translation>
    </message>
    <message>
        <source>For training only, and left out at inference</source>
        <translation>仅用于训练,推理时去掉</translation>
    </message>
    <message>
        <source>Slides learned filters over an image</source>
        <translation>让学到的卷积核在图像上滑动</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]</source>
        <translation>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×H×W → out_channels×H′×W′,其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.</source>
        <translation>padding 为“valid”时不填充。为“same”时(含义与 TensorFlow 相同)输出有 ⌈size / stride⌉ 个单元:缺少的一半补在前面,一半补在后面,多出的一个补在后面。</translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps</source>
        <translation>卷积核个数,也就是输出特征图的个数</translation>
    </message>
    <message>
        <source>Height and width of a filter</source>
        <translation>卷积核的高和宽</translation>
    </message>
    <message>
        <source>Step of the window; 2 halves the size</source>
        <translation>窗口的步幅;2 使尺寸减半</translation>
    </message>
    <message>
        <source>Cells added on every side; or valid, which is none, or same</source>
        <translation>每一边填充的单元数;或 valid(不填充)、same</translation>
    </message>
    <message>
        <source>Distance between neighbouring filter taps</source>
        <translation>卷积核相邻采样点之间的距离</translation>
    </message>
    <message>
        <source>Independent groups of channels; as many groups as channels is a depthwise convolution</source>
        <translation>彼此独立的通道组数;组数等于通道数就是深度卷积</translation>
    </message>
    <message>
        <source>Add a learned number to every map; needless before batch normalisation</source>
        <translation>给每个特征图加一个可学习的数;后接批归一化时不需要</translation>
    </message>
    <message>
        <source>What the padding holds: zeros, the image mirrored, its edge repeated, or its other side</source>
        <translation>填充的内容:零、镜像、边缘重复或对侧的值</translation>
    </message>
    <message>
        <source>How the weight begins, where there is one; empty means torch's own way</source>
        <translation>有权重时它的初始值;留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>How the bias begins, where there is one; empty means torch's own way</source>
        <translation>有偏置时它的初始值;留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>Slides learned filters along a sequence</source>
        <translation>让学到的卷积核沿序列滑动</translation>
    </message>
    <message>
        <source>C×L → out_channels×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×L → out_channels×L′,其中 L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>Length of a filter</source>
        <translation>卷积核的长度</translation>
    </message>
    <message>
        <source>Slides learned filters through a volume</source>
        <translation>让学到的卷积核在体数据中滑动</translation>
    </message>
    <message>
        <source>C×D×H×W → out_channels×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×D×H×W → out_channels×D′×H′×W′,其中 D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>Extent of a filter</source>
        <translation>卷积核各方向的大小</translation>
    </message>
    <message>
        <source>Slides filters of its own over every map</source>
        <translation>让每个特征图各自的卷积核在其上滑动</translation>
    </message>
    <message>
        <source>out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c] with m = depth_multiplier, j &lt; m</source>
        <translation>out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c],其中 m = depth_multiplier,j &lt; m</translation>
    </message>
    <message>
        <source>C×H×W → C·depth_multiplier×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×H×W → C·depth_multiplier×H′×W′,其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps, for every input map</source>
        <translation>每个输入特征图对应的卷积核个数,也就是输出特征图的个数</translation>
    </message>
    <message>
        <source>Slides filters over an image that are given, and not learned</source>
        <translation>让给定的、不学习的卷积核在图像上滑动</translation>
    </message>
    <message>
        <source>out[o] = Σ_c filter[o] ⋆ in[c]: every channel has the same filter, and there is no bias.</source>
        <translation>out[o] = Σ_c filter[o] ⋆ in[c]:每个通道用同一个卷积核,没有偏置。</translation>
    </message>
    <message>
        <source>lines: ones in the middle column, and ones in the middle row, which answer to vertical and to horizontal lines. edges: the right side minus the left, and the lower minus the upper (Prewitt's, for 3 px). mean: a blur.</source>
        <translation>lines:中间一列为 1 的核和中间一行为 1 的核,分别对竖线和横线有响应。edges:右侧减左侧,下侧减上侧(3 像素时为 Prewitt 算子)。mean:模糊。</translation>
    </message>
    <message>
        <source>C×H×W → filters×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1. The filters are a buffer: they stand in the state_dict, and no step of training changes them.</source>
        <translation>C×H×W → filters×H′×W′,其中 H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1。这些核是缓冲区:它们在 state_dict 中,训练的任何一步都不会改变它们。</translation>
    </message>
    <message>
        <source>Two for a vertical and a horizontal line, two for edges across and down, or one mean</source>
        <translation>两个分别对应竖线和横线,两个对应横向和纵向边缘,或一个均值</translation>
    </message>
    <message>
        <source>Zeros added on every side; or valid, which is none, or same</source>
        <translation>每一边填充的零;或 valid(不填充)、same</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make images larger</source>
        <translation>把学到的卷积核并排铺开,使图像变大</translation>
    </message>
    <message>
        <source>Every input cell adds its multiple of the filters to the output, one stride from the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is the gradient of a convolution with respect to its input.</source>
        <translation>每个输入单元把自己乘以卷积核后加到输出上,相邻单元相距一个步幅:out[o] = bias[o] + Σ_c 按步幅展开的 in[c] ∗ weight[c, o]。它是卷积对其输入的梯度。</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×H′×W′ with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×H×W → out_channels×H′×W′,其中 H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>Step of the output from one input cell to the next; 2 doubles the size</source>
        <translation>相邻输入单元在输出上的步幅;2 使尺寸加倍</translation>
    </message>
    <message>
        <source>Cells taken away from every side of the output</source>
        <translation>从输出每一边去掉的单元数</translation>
    </message>
    <message>
        <source>Cells more at the end of the output, fewer than the stride or the dilation: the sizes that a stride maps onto one</source>
        <translation>在输出末端多出的单元数,小于步幅或空洞率:用来区分被同一步幅映射到同一尺寸的各种尺寸</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make sequences larger</source>
        <translation>把学到的卷积核并排铺开,使序列变长</translation>
    </message>
    <message>
        <source>C×L → out_channels×L′ with L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×L → out_channels×L′,其中 L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make volumes larger</source>
        <translation>把学到的卷积核并排铺开,使体数据变大</translation>
    </message>
    <message>
        <source>C×D×H×W → out_channels×D′×H′×W′ with D′ = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×D×H×W → out_channels×D′×H′×W′,其中 D′ = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>Makes sequences, images or volumes larger by interpolation</source>
        <translation>用插值放大序列、图像或体数据</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>重采样</translation>
    </message>
    <message>
        <source>out[c, i] = in[c] at the place (i + ½) / scale_factor − ½ along every axis: the nearest cell, or the mean of the cells around it, weighted by their distance. With align_corners the first and the last cell stay in their places.</source>
        <translation>out[c, i] = in[c] 沿每个轴在位置 (i + ½) / scale_factor − ½ 处的值:取最近的单元,或周围单元按距离加权的平均。使用 align_corners 时首尾单元保持原位。</translation>
    </message>
    <message>
        <source>C×L, C×H×W or C×D×H×W → the same number of axes, each ⌊n · scale_factor⌋ or as in size. Linear is for sequences, bilinear and bicubic for images, trilinear for volumes.</source>
        <translation>C×L、C×H×W 或 C×D×H×W → 轴数不变,每个轴为 ⌊n · scale_factor⌋ 或由 size 给出。linear 用于序列,bilinear 和 bicubic 用于图像,trilinear 用于体数据。</translation>
    </message>
    <message>
        <source>Size of the output, one number for all axes or one for each; takes the place of scale_factor</source>
        <translation>输出的大小,所有轴一个数或每个轴一个数;代替 scale_factor</translation>
    </message>
    <message>
        <source>How many times larger along every axis</source>
        <translation>沿每个轴放大的倍数</translation>
    </message>
    <message>
        <source>Which cells count: the nearest, those around by distance, or more by a cubic</source>
        <translation>取哪些单元:最近的一个、周围按距离的若干个,或用三次函数取更多</translation>
    </message>
    <message>
        <source>Keep the corner cells in their places; not for nearest</source>
        <translation>角上的单元保持原位;不适用于 nearest</translation>
    </message>
    <message>
        <source>Interpolate by the ratio of the whole sizes, not by scale_factor itself</source>
        <translation>按整体尺寸之比插值,而不是按 scale_factor 本身</translation>
    </message>
    <message>
        <source>Lays several maps into one larger map</source>
        <translation>把多个特征图拼成一个更大的特征图</translation>
    </message>
    <message>
        <source>out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x] with r = upscale_factor.</source>
        <translation>out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x],其中 r = upscale_factor。</translation>
    </message>
    <message>
        <source>C·r²×H×W → C×H·r×W·r.</source>
        <translation>C·r²×H×W → C×H·r×W·r.</translation>
    </message>
    <message>
        <source>How many times larger in height and width</source>
        <translation>高和宽放大的倍数</translation>
    </message>
    <message>
        <source>Deals the cells of every map out to several smaller maps</source>
        <translation>把每个特征图的单元分到多个更小的特征图中</translation>
    </message>
    <message>
        <source>out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j] with r = downscale_factor.</source>
        <translation>out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j],其中 r = downscale_factor。</translation>
    </message>
    <message>
        <source>C×H·r×W·r → C·r²×H×W.</source>
        <translation>C×H·r×W·r → C·r²×H×W.</translation>
    </message>
    <message>
        <source>How many times smaller in height and width</source>
        <translation>高和宽缩小的倍数</translation>
    </message>
    <message>
        <source>Keeps the largest value of every window</source>
        <translation>保留每个窗口中的最大值</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>out[c] = max over the window of in[c]</source>
        <translation>out[c] = in[c] 在窗口内的最大值</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′,其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. What is added is never the largest.</source>
        <translation>padding 为“valid”时不填充。为“same”时(含义与 TensorFlow 相同)输出有 ⌈size / stride⌉ 个单元:缺少的一半补在前面,一半补在后面,多出的一个补在后面。填充的值永远不会成为最大值。</translation>
    </message>
    <message>
        <source>Height and width of the window</source>
        <translation>窗口的高和宽</translation>
    </message>
    <message>
        <source>Step of the window; empty means the kernel's size</source>
        <translation>窗口的步幅;留空等于窗口大小</translation>
    </message>
    <message>
        <source>Cells added on every side, at most half the kernel; or valid, which is none, or same</source>
        <translation>每一边填充的单元数,最多为窗口的一半;或 valid(不填充)、same</translation>
    </message>
    <message>
        <source>Distance between the cells of a window</source>
        <translation>窗口内单元之间的距离</translation>
    </message>
    <message>
        <source>Round the output size up, so that the last cells are not dropped</source>
        <translation>输出尺寸向上取整,使最后的单元不被丢弃</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′,其中 L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>窗口的长度</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′,其中 D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Extent of the window</source>
        <translation>窗口各方向的大小</translation>
    </message>
    <message>
        <source>Takes the mean of every window</source>
        <translation>取每个窗口的平均值</translation>
    </message>
    <message>
        <source>out[c] = mean over the window of in[c]</source>
        <translation>out[c] = in[c] 在窗口内的平均值</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′,其中 H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. The mean is then over the cells inside the input only.</source>
        <translation>padding 为“valid”时不填充。为“same”时(含义与 TensorFlow 相同)输出有 ⌈size / stride⌉ 个单元:缺少的一半补在前面,一半补在后面,多出的一个补在后面。此时平均值只计算输入之内的单元。</translation>
    </message>
    <message>
        <source>Count the padding's zeros in the mean</source>
        <translation>平均时计入填充的零</translation>
    </message>
    <message>
        <source>Divide the sum of a window by this; empty means by the number of its cells</source>
        <translation>把窗口之和除以这个数;留空则除以单元个数</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′,其中 L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′,其中 D′ = ⌊(D + 2·padding − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Takes the p-norm of every window</source>
        <translation>取每个窗口的 p-范数</translation>
    </message>
    <message>
        <source>out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type</source>
        <translation>out[c] = (Σ 窗口内 in[c]ᵖ)^(1/p),其中 p = norm_type</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′,其中 H′ = ⌊(H − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where p is no whole number the input must not be negative.</source>
        <translation>p = 1 时是窗口之和;p 越大越接近最大值。p 不是整数时输入不能为负。</translation>
    </message>
    <message>
        <source>The p of the norm</source>
        <translation>范数的 p</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′,其中 L′ = ⌊(L − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′,其中 D′ = ⌊(D − kernel) / stride⌋ + 1,使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Means over as many windows as the wanted size needs</source>
        <translation>按所需尺寸划分窗口并取平均值</translation>
    </message>
    <message>
        <source>out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.</source>
        <translation>out[c, i] = in[c] 从第 ⌊i·n / n′⌋ 个单元到第 ⌈(i + 1)·n / n′⌉ 个单元之前的平均值,沿每个有 n 个单元的轴。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×H×W → C×H′×W′,即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Height and width of the output</source>
        <translation>输出的高和宽</translation>
    </message>
    <message>
        <source>C×L → C×L′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×L → C×L′,即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Length of the output</source>
        <translation>输出的长度</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×D×H×W → C×D′×H′×W′,即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Depth, height and width of the output</source>
        <translation>输出的深、高和宽</translation>
    </message>
    <message>
        <source>Maxima over as many windows as the wanted size needs</source>
        <translation>按所需尺寸划分窗口并取最大值</translation>
    </message>
    <message>
        <source>out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.</source>
        <translation>out[c, i] = in[c] 从第 ⌊i·n / n′⌋ 个单元到第 ⌈(i + 1)·n / n′⌉ 个单元之前的最大值,沿每个有 n 个单元的轴。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×H×W → C×H′×W′,即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
    </message>
    <message>
        <source>C×L → C×L′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×L → C×L′,即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×D×H×W → C×D′×H′×W′,即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
    </message>
    <message>
        <source>Takes the mean of every map, and leaves one number a map</source>
        <translation>取每个特征图的平均值,每图留下一个数</translation>
    </message>
    <message>
        <source>out[c] = mean of in[c].</source>
        <translation>out[c] = in[c] 的平均值。</translation>
    </message>
    <message>
        <source>C×L, C×H×W or C×D×H×W → C. AdaptiveAvgPool2d of size 1 keeps the axes.</source>
        <translation>C×L、C×H×W 或 C×D×H×W → C。尺寸为 1 的 AdaptiveAvgPool2d 会保留各轴。</translation>
    </message>
    <message>
        <source>Keeps the largest value of every map, and leaves one number a map</source>
        <translation>保留每个特征图的最大值,每图留下一个数</translation>
    </message>
    <message>
        <source>out[c] = max of in[c].</source>
        <translation>out[c] = in[c] 的最大值。</translation>
    </message>
    <message>
        <source>C×L, C×H×W or C×D×H×W → C. AdaptiveMaxPool2d of size 1 keeps the axes.</source>
        <translation>C×L、C×H×W 或 C×D×H×W → C。尺寸为 1 的 AdaptiveMaxPool2d 会保留各轴。</translation>
    </message>
    <message>
        <source>Sums every window, times one learned coefficient plus one bias a map</source>
        <translation>对每个窗口求和,再乘以每图一个可学习的系数并加上一个偏置</translation>
    </message>
    <message>
        <source>out[c] = weight[c] · Σ over the window of in[c] + bias[c], or the mean in place of the sum. It begins as the plain mean. LeNet-5 puts a squashing function after it.</source>
        <translation>out[c] = weight[c] · Σ 窗口内 in[c] + bias[c],或以平均代替求和。初始时就是普通的平均。LeNet-5 在其后接一个压缩函数。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1; two parameters a map.</source>
        <translation>C×H×W → C×H′×W′,其中 H′ = ⌊(H − kernel) / stride⌋ + 1;每个特征图两个参数。</translation>
    </message>
    <message>
        <source>What is multiplied by the coefficient: the sum of the window, as in LeNet-5, or its mean</source>
        <translation>系数所乘的量:窗口之和(如 LeNet-5)或其平均值</translation>
    </message>
    <message>
        <source>Gives every feature zero mean and unit variance over the batch</source>
        <translation>使每个特征在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over the batch, and the length where there is one. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个通道,在批次上(有长度时也在长度上)统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C → C, or C×L → C×L.</source>
        <translation>C → C, or C×L → C×L.</translation>
    </message>
    <message>
        <source>Added to the variance</source>
        <translation>加到方差上的数</translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance; empty means a plain average over all batches</source>
        <translation>新批次在运行均值和方差中所占的份额;留空为对所有批次的普通平均</translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every channel</source>
        <translation>为每个通道学习缩放和平移</translation>
    </message>
    <message>
        <source>Keep a running mean and variance for evaluation</source>
        <translation>保留运行均值和方差供评估使用</translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned; needs torch 2.13</source>
        <translation>在学习缩放时也学习平移;需要 torch 2.13</translation>
    </message>
    <message>
        <source>Gives every map zero mean and unit variance over the batch</source>
        <translation>使每个特征图在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, height and width. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个通道,在批次、高和宽上统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C×H×W → C×H×W.</source>
        <translation>C×H×W → C×H×W.</translation>
    </message>
    <message>
        <source>Gives every channel of a volume zero mean and unit variance over the batch</source>
        <translation>使体数据的每个通道在批次上均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, depth, height and width. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个通道,在批次、深、高和宽上统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D×H×W.</source>
        <translation>C×D×H×W → C×D×H×W.</translation>
    </message>
    <message>
        <source>Gives groups of channels of every sample zero mean and unit variance</source>
        <translation>使每个样本的各通道组均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every group of C / num_groups channels of every sample. It does not depend on the batch, and so suits small ones. One group normalises the whole sample, as many as channels are InstanceNorm.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个样本的每组 C / num_groups 个通道统计。它不依赖批次,因此适合小批次。一组是对整个样本归一化,组数等于通道数就是 InstanceNorm。</translation>
    </message>
    <message>
        <source>C×… → C×…</source>
        <translation>C×… → C×…</translation>
    </message>
    <message>
        <source>Number of groups; it divides the channels</source>
        <translation>组数;须整除通道数</translation>
    </message>
    <message>
        <source>Gives every channel of every sample zero mean and unit variance</source>
        <translation>使每个样本的每个通道均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample by itself. It takes away contrast and style.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个样本的每个通道单独统计。它去掉对比度和风格。</translation>
    </message>
    <message>
        <source>C×L → C×L.</source>
        <translation>C×L → C×L.</translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance, where they are tracked</source>
        <translation>跟踪运行统计量时,新批次在其中所占的份额</translation>
    </message>
    <message>
        <source>Keep a running mean and variance, and use them in evaluation</source>
        <translation>保留运行均值和方差,并在评估时使用</translation>
    </message>
    <message>
        <source>Divides every cell by what the neighbouring channels have there</source>
        <translation>把每个单元除以相邻通道在该处的值</translation>
    </message>
    <message>
        <source>y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta, over the `size` channels around c.</source>
        <translation>y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta,求和取 c 周围的 `size` 个通道。</translation>
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
        <source>Exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Added to the weighted sum</source>
        <translation>加到加权和上的数</translation>
    </message>
    <message>
        <source>Gives the features of every step zero mean and unit variance</source>
        <translation>使每一步的特征均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the last axes: the features of a sequence L×F. For images use LayerNormChannelsFirst, or normalise all three axes.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,在最后的若干轴上:即序列 L×F 的特征。图像请用 LayerNormChannelsFirst,或对全部三个轴归一化。</translation>
    </message>
    <message>
        <source>The shape stays as it is.</source>
        <translation>形状不变。</translation>
    </message>
    <message>
        <source>How many of the last axes are normalised together; normalized_shape follows from the wire</source>
        <translation>最后多少个轴一起归一化;normalized_shape 由连线得出</translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every feature</source>
        <translation>为每个特征学习缩放和平移</translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned</source>
        <translation>在学习缩放时也学习平移</translation>
    </message>
    <message>
        <source>Gives the channels of every cell of an image zero mean and unit variance</source>
        <translation>使图像每个单元的各通道均值为零、方差为一</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the channels, for every cell by itself. The generated code moves the channels to the end for torch.nn.LayerNorm, and back.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias,对每个单元单独在通道上统计。生成的代码把通道移到最后交给 torch.nn.LayerNorm,再移回来。</translation>
    </message>
    <message>
        <source>C×H×W → C×H×W, and for any number of axes after the channels.</source>
        <translation>C×H×W → C×H×W,通道之后可以有任意多个轴。</translation>
    </message>
    <message>
        <source>Divides the features of every step by their root mean square</source>
        <translation>把每一步的特征除以其均方根</translation>
    </message>
    <message>
        <source>y = x / √(E[x²] + eps) · weight, over the last axes: a LayerNorm that does not take away the mean.</source>
        <translation>y = x / √(E[x²] + eps) · weight,在最后的若干轴上:不减均值的 LayerNorm。</translation>
    </message>
    <message>
        <source>Added to the mean square; empty means the smallest step of the number type</source>
        <translation>加到均方上的数;留空为该数值类型的最小步长</translation>
    </message>
    <message>
        <source>Learn a scale for every feature</source>
        <translation>为每个特征学习缩放</translation>
    </message>
    <message>
        <source>Sets what is negative to zero</source>
        <translation>把负数置为零</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>max(0, x)</source>
        <translation>max(0, x)</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory; never where the input is used again, as ahead of a shortcut</source>
        <translation>覆盖输入以节省内存;输入还要再用时(如捷径之前)不可</translation>
    </message>
    <message>
        <source>Cuts off what is negative and what is over 6</source>
        <translation>截去负数和大于 6 的部分</translation>
    </message>
    <message>
        <source>min(max(0, x), 6)</source>
        <translation>min(max(0, x), 6)</translation>
    </message>
    <message>
        <source>Lets a little of what is negative through</source>
        <translation>让负数通过一点</translation>
    </message>
    <message>
        <source>x where x ≥ 0, negative_slope · x elsewhere</source>
        <translation>x ≥ 0 时为 x,否则为 negative_slope · x</translation>
    </message>
    <message>
        <source>Slope left of zero</source>
        <translation>零点左侧的斜率</translation>
    </message>
    <message>
        <source>Learns how much of what is negative to let through</source>
        <translation>学习让负数通过多少</translation>
    </message>
    <message>
        <source>x where x ≥ 0, weight · x elsewhere, with one learned weight or one for every channel</source>
        <translation>x ≥ 0 时为 x,否则为 weight · x,权重共用一个或每个通道一个</translation>
    </message>
    <message>
        <source>Learn a slope for every channel instead of one; num_parameters then follows from the wire</source>
        <translation>为每个通道而不是共用学习一个斜率;num_parameters 由连线得出</translation>
    </message>
    <message>
        <source>Slope left of zero at the beginning</source>
        <translation>零点左侧斜率的初始值</translation>
    </message>
    <message>
        <source>Runs smoothly to −alpha on the left</source>
        <translation>在左侧平滑地趋于 −alpha</translation>
    </message>
    <message>
        <source>x where x &gt; 0, alpha · (eˣ − 1) elsewhere</source>
        <translation>x &gt; 0 时为 x,否则为 alpha · (eˣ − 1)</translation>
    </message>
    <message>
        <source>Minus the value that it runs to on the left</source>
        <translation>左侧趋近值的相反数</translation>
    </message>
    <message>
        <source>An ELU that keeps mean 0 and variance 1 from layer to layer</source>
        <translation>能使各层保持均值 0、方差 1 的 ELU</translation>
    </message>
    <message>
        <source>1.0507 · (x where x &gt; 0, 1.6733 · (eˣ − 1) elsewhere)</source>
        <translation>1.0507 ·(x &gt; 0 时为 x,否则为 1.6733 · (eˣ − 1))</translation>
    </message>
    <message>
        <source>Weighs x by how likely a normal number is below it</source>
        <translation>用正态分布的数小于 x 的概率给 x 加权</translation>
    </message>
    <message>
        <source>x · Φ(x), where Φ is the distribution function of the normal distribution</source>
        <translation>x · Φ(x),其中 Φ 是正态分布的分布函数</translation>
    </message>
    <message>
        <source>How Φ is worked out: exactly, or by ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <translation>Φ 的计算方式:精确,或 ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</translation>
    </message>
    <message>
        <source>Weighs x by its sigmoid; also known as Swish</source>
        <translation>用 x 的 sigmoid 给 x 加权;又名 Swish</translation>
    </message>
    <message>
        <source>x · σ(x)</source>
        <translation>x · σ(x)</translation>
    </message>
    <message>
        <source>A smooth rectifier that dips a little below zero</source>
        <translation>在零以下略有下凹的平滑整流</translation>
    </message>
    <message>
        <source>x · tanh(ln(1 + eˣ))</source>
        <translation>x · tanh(ln(1 + eˣ))</translation>
    </message>
    <message>
        <source>SiLU made of straight pieces, for small devices</source>
        <translation>由直线段组成的 SiLU,适合小型设备</translation>
    </message>
    <message>
        <source>x · min(max(0, x + 3), 6) / 6</source>
        <translation>x · min(max(0, x + 3), 6) / 6</translation>
    </message>
    <message>
        <source>The sigmoid made of straight pieces</source>
        <translation>由直线段组成的 sigmoid</translation>
    </message>
    <message>
        <source>min(max(0, x + 3), 6) / 6</source>
        <translation>min(max(0, x + 3), 6) / 6</translation>
    </message>
    <message>
        <source>Squashes to between 0 and 1</source>
        <translation>压缩到 0 与 1 之间</translation>
    </message>
    <message>
        <source>1 / (1 + e⁻ˣ)</source>
        <translation>1 / (1 + e⁻ˣ)</translation>
    </message>
    <message>
        <source>Squashes to between −1 and 1</source>
        <translation>压缩到 −1 与 1 之间</translation>
    </message>
    <message>
        <source>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)</source>
        <translation>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)</translation>
    </message>
    <message>
        <source>Squashes to between −amplitude and amplitude</source>
        <translation>压缩到 −amplitude 与 amplitude 之间</translation>
    </message>
    <message>
        <source>amplitude · tanh(slope · x)</source>
        <translation>amplitude · tanh(slope · x)</translation>
    </message>
    <message>
        <source>Largest value; with the defaults ±1 stay as they are</source>
        <translation>最大值;默认值下 ±1 保持不变</translation>
    </message>
    <message>
        <source>Factor of the input</source>
        <translation>输入的系数</translation>
    </message>
    <message>
        <source>A smooth rectifier, always above zero</source>
        <translation>始终大于零的平滑整流</translation>
    </message>
    <message>
        <source>ln(1 + exp(beta · x)) / beta, and x itself where beta · x &gt; threshold</source>
        <translation>ln(1 + exp(beta · x)) / beta,当 beta · x &gt; threshold 时为 x 本身</translation>
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
        <source>Turns scores into probabilities that sum to 1</source>
        <translation>把分数变成总和为 1 的概率</translation>
    </message>
    <message>
        <source>exp(xᵢ) / Σⱼ exp(xⱼ) along one axis.</source>
        <translation>沿一个轴计算 exp(xᵢ) / Σⱼ exp(xⱼ)。</translation>
    </message>
    <message>
        <source>The shape stays as it is. Leave it out before a cross-entropy loss, which has its own.</source>
        <translation>形状不变。后接自带 softmax 的交叉熵损失时请不要使用。</translation>
    </message>
    <message>
        <source>Axis that sums to 1; 0 is the batch, 1 the channels or classes</source>
        <translation>总和为 1 的轴;0 是批次,1 是通道或类别</translation>
    </message>
    <message>
        <source>Turns scores into logarithms of probabilities</source>
        <translation>把分数变成概率的对数</translation>
    </message>
    <message>
        <source>xᵢ − ln Σⱼ exp(xⱼ) along one axis.</source>
        <translation>沿一个轴计算 xᵢ − ln Σⱼ exp(xⱼ)。</translation>
    </message>
    <message>
        <source>The shape stays as it is. The negative log-likelihood loss takes it; the cross-entropy loss has its own.</source>
        <translation>形状不变。负对数似然损失需要它;交叉熵损失自带。</translation>
    </message>
    <message>
        <source>Zeroes random elements while training</source>
        <translation>训练时随机把元素置零</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Every element is set to zero with probability p and the others are divided by 1 − p. In evaluation nothing happens.</source>
        <translation>每个元素以概率 p 置零,其余除以 1 − p。评估时不起作用。</translation>
    </message>
    <message>
        <source>Probability that an element is zeroed</source>
        <translation>元素被置零的概率</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory</source>
        <translation>覆盖输入以节省内存</translation>
    </message>
    <message>
        <source>Zeroes whole channels while training</source>
        <translation>训练时把整个通道置零</translation>
    </message>
    <message>
        <source>Every channel of C×L is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×L 的每个通道以概率 p 整体置零,其余除以 1 − p:特征图中相邻的值大致相同,只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>Probability that a channel is zeroed</source>
        <translation>通道被置零的概率</translation>
    </message>
    <message>
        <source>Zeroes whole maps while training</source>
        <translation>训练时把整个特征图置零</translation>
    </message>
    <message>
        <source>Every channel of C×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×H×W 的每个通道以概率 p 整体置零,其余除以 1 − p:特征图中相邻的值大致相同,只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>Zeroes whole volumes while training</source>
        <translation>训练时把整个体数据通道置零</translation>
    </message>
    <message>
        <source>Every channel of C×D×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×D×H×W 的每个通道以概率 p 整体置零,其余除以 1 − p:特征图中相邻的值大致相同,只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>A dropout that keeps mean and variance, for SELU</source>
        <translation>用于 SELU、保持均值和方差的 dropout</translation>
    </message>
    <message>
        <source>Every element is set to −1.7581, where SELU ends on the left, with probability p; then all are scaled and shifted so that mean 0 and variance 1 stay. In evaluation nothing happens.</source>
        <translation>每个元素以概率 p 置为 −1.7581(SELU 左端的值),然后整体缩放和平移,使均值 0 和方差 1 保持不变。评估时不起作用。</translation>
    </message>
    <message>
        <source>In torch too without effect: the layer takes no notice of it</source>
        <translation>在 torch 中也不起作用:该层不理会它</translation>
    </message>
    <message>
        <source>Skips the branch for random samples while training</source>
        <translation>训练时对随机的样本跳过该分支</translation>
    </message>
    <message>
        <source>The whole value of a sample is set to zero with probability p, and the others are divided by 1 − p. At the end of a residual branch, ahead of its Add, it leaves the shortcut alone for that sample: stochastic depth. In evaluation nothing happens.</source>
        <translation>样本的整个值以概率 p 置零,其余除以 1 − p。放在残差分支末端、Add 之前时,该样本只剩捷径:即随机深度。评估时不起作用。</translation>
    </message>
    <message>
        <source>Probability that a sample is zeroed; often growing from block to block</source>
        <translation>样本被置零的概率;常逐块增大</translation>
    </message>
    <message>
        <source>Lays an image out as one long vector</source>
        <translation>把图像展开成一个长向量</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>C×H×W → C·H·W. Axis 0 is the batch and stays.</source>
        <translation>C×H×W → C·H·W。轴 0 是批次,保持不变。</translation>
    </message>
    <message>
        <source>First axis to flatten; 0 is the batch</source>
        <translation>开始展平的轴;0 是批次</translation>
    </message>
    <message>
        <source>Last axis to flatten</source>
        <translation>结束展平的轴</translation>
    </message>
    <message>
        <source>Connects every input with every output</source>
        <translation>把每个输入与每个输出相连</translation>
    </message>
    <message>
        <source>y = weight · x + bias, over the last axis.</source>
        <translation>y = weight · x + bias,作用于最后一个轴。</translation>
    </message>
    <message>
        <source>…×in_features → …×out_features. The number of inputs follows from the wire.</source>
        <translation>…×in_features → …×out_features。输入数由连线得出。</translation>
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
        <source>Multiplies by learned coefficients</source>
        <translation>乘以可学习的系数</translation>
    </message>
    <message>
        <source>y = weight · x + bias, with one coefficient for each channel (the first axis), for each feature (the last axis) or for all.</source>
        <translation>y = weight · x + bias,每个通道(第一个轴)、每个特征(最后一个轴)各一个系数,或共用一个。</translation>
    </message>
    <message>
        <source>The shape stays as it is; the coefficients of an image C×H×W are C×1×1.</source>
        <translation>形状不变;图像 C×H×W 的系数为 C×1×1。</translation>
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
        <translation>再加一个可学习的数,初始为 0</translation>
    </message>
    <message>
        <source>Multiplies the branch by small learned coefficients</source>
        <translation>把分支乘以可学习的小系数</translation>
    </message>
    <message>
        <source>y = coefficient · x, with one coefficient for each channel (the first axis) or for each feature (the last axis): at the end of a residual branch, so that it begins as the shortcut alone. A Scale without a module of its own: the coefficients are a parameter of the block itself, and their key is the name of the node.</source>
        <translation>y = coefficient · x,每个通道(第一个轴)或每个特征(最后一个轴)一个系数:放在残差分支末端,使其开始时只有捷径。它是没有自己模块的 Scale:系数是模块本身的参数,键就是节点的名称。</translation>
    </message>
    <message>
        <source>Multiplies by a fixed number</source>
        <translation>乘以一个固定的数</translation>
    </message>
    <message>
        <source>y = factor · x. Nothing is learned; Scale has coefficients that are.</source>
        <translation>y = factor · x。没有可学习的量;Scale 的系数是可学习的。</translation>
    </message>
    <message>
        <source>What every element is multiplied by</source>
        <translation>每个元素所乘的数</translation>
    </message>
    <message>
        <source>Measures how far the input is from the code of every class</source>
        <translation>衡量输入与每个类别的编码相距多远</translation>
    </message>
    <message>
        <source>yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²: the squared Euclidean distance to a code of +1 and −1 for every output. The smallest output wins, so a cross-entropy loss takes its negative: Factor with −1. The codes are not learned, unless wanted; those of the digits are drawn, so that digits which look alike have codes that are alike.</source>
        <translation>yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²:到每个输出由 +1 和 −1 组成的编码的欧氏距离的平方。最小的输出获胜,因此交叉熵损失要用它的相反数:即系数为 −1 的 Factor。除非需要,编码不学习;数字的编码是画出来的,使相像的数字有相像的编码。</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Random signs, always the same; pictures of the ten digits for 84 inputs; or random signs as the beginning of what is learned</source>
        <translation>始终相同的随机符号;84 个输入时为十个数字的图样;或以随机符号作为学习的起点</translation>
    </message>
    <message>
        <source>Looks up a learned vector for every whole number</source>
        <translation>为每个整数查出一个学到的向量</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>y = weight[x]</source>
        <translation>y = weight[x]</translation>
    </message>
    <message>
        <source>L → L×embedding_dim, and … → …×embedding_dim. What comes in are whole numbers from 0 to num_embeddings − 1, such as the indices of words.</source>
        <translation>L → L×embedding_dim,以及 … → …×embedding_dim。输入是 0 到 num_embeddings − 1 的整数,例如词的编号。</translation>
    </message>
    <message>
        <source>How many numbers there are: the size of the vocabulary</source>
        <translation>整数的个数:即词表大小</translation>
    </message>
    <message>
        <source>Length of a vector</source>
        <translation>向量的长度</translation>
    </message>
    <message>
        <source>The number that fills up short sequences: its vector begins as zeros and is not learned; −1 is the last</source>
        <translation>用来补齐短序列的数:它的向量初始为零且不学习;−1 是最后一个</translation>
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
        <source>Tells every step of a sequence where it stands</source>
        <translation>告诉序列的每一步它所在的位置</translation>
    </message>
    <message>
        <source>y[t] = x[t] + encoding[t], with encoding[t, 2i] = sin(t / base^(2i/F)) and encoding[t, 2i + 1] = cos(t / base^(2i/F)), or with a learned vector for every step. Attention by itself does not see the order.</source>
        <translation>y[t] = x[t] + encoding[t],其中 encoding[t, 2i] = sin(t / base^(2i/F)),encoding[t, 2i + 1] = cos(t / base^(2i/F)),或每一步一个可学习的向量。注意力本身看不到顺序。</translation>
    </message>
    <message>
        <source>L×F → L×F; the encoding is as long as the sequence on the wire.</source>
        <translation>L×F → L×F;编码与连线上的序列等长。</translation>
    </message>
    <message>
        <source>Sines and cosines of the position, or a learned vector for it</source>
        <translation>位置的正弦和余弦,或为位置学习的向量</translation>
    </message>
    <message>
        <source>The slowest sine takes 2π · base steps; of no effect where the encoding is learned</source>
        <translation>最慢的正弦经过 2π · base 步;编码可学习时不起作用</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with a memory that it can keep</source>
        <translation>逐步读取序列,并有可以保持的记忆</translation>
    </message>
    <message>
        <source>i, f, o = σ(W·[x, h] + b) for input, forget and output gate, g = tanh(W·[x, h] + b); then c ← f · c + i · g and h ← o · tanh(c).</source>
        <translation>输入门、遗忘门和输出门 i, f, o = σ(W·[x, h] + b),g = tanh(W·[x, h] + b);然后 c ← f · c + i · g,h ← o · tanh(c)。</translation>
    </message>
    <message>
        <source>L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions. proj_size takes the place of hidden_size in what is handed on.</source>
        <translation>L×F → L×hidden_size,只取最后一步时为 hidden_size;双向时加倍。输出的部分以 proj_size 代替 hidden_size。</translation>
    </message>
    <message>
        <source>The multiply-adds are the matrix products of all steps.</source>
        <translation>乘加次数是所有步的矩阵乘积。</translation>
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
        <translation>也反向读取序列,并把两个结果并排放在一起</translation>
    </message>
    <message>
        <source>Hand the hidden units on through a smaller matrix; 0 for none</source>
        <translation>通过一个更小的矩阵输出隐藏单元;0 表示没有</translation>
    </message>
    <message>
        <source>The hidden state after every step, or after the last (of the backward direction that is the first) only</source>
        <translation>每一步之后的隐藏状态,或只取最后一步之后的(反向时为第一步)</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with fewer gates than an LSTM</source>
        <translation>逐步读取序列,门比 LSTM 少</translation>
    </message>
    <message>
        <source>r, z = σ(W·[x, h] + b) for reset and update gate, n = tanh(W·x + b + r · (W·h + b)); then h ← (1 − z) · n + z · h.</source>
        <translation>重置门和更新门 r, z = σ(W·[x, h] + b),n = tanh(W·x + b + r · (W·h + b));然后 h ← (1 − z) · n + z · h。</translation>
    </message>
    <message>
        <source>L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions.</source>
        <translation>L×F → L×hidden_size,只取最后一步时为 hidden_size;双向时加倍。</translation>
    </message>
    <message>
        <source>Lets every step of a sequence look at the steps of another, or of its own</source>
        <translation>让序列的每一步看另一序列(或自身)的各步</translation>
    </message>
    <message>
        <source>softmax(q · kᵀ / √d) · v in every head, where q, k and v are linear in query, key and value and d = F / num_heads; a linear layer joins the heads. Self-attention has one sequence at all three inputs.</source>
        <translation>每个头中计算 softmax(q · kᵀ / √d) · v,其中 q、k、v 分别是 query、key、value 的线性变换,d = F / num_heads;一个线性层把各头合并。自注意力的三个输入是同一个序列。</translation>
    </message>
    <message>
        <source>L×F, S×kdim, S×vdim → L×F; the widths follow from the wires.</source>
        <translation>L×F、S×kdim、S×vdim → L×F;宽度由连线得出。</translation>
    </message>
    <message>
        <source>The multiply-adds are those of the projections and of both matrix products.</source>
        <translation>乘加次数是各投影和两个矩阵乘积的。</translation>
    </message>
    <message>
        <source>Number of heads; it divides the features of the query</source>
        <translation>头数;须整除 query 的特征数</translation>
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
        <translation>给 key 和 value 加一个全零的步,使某一步可以什么都不看</translation>
    </message>
    <message>
        <source>Gives the same numbers another shape</source>
        <translation>给同样的数另一个形状</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>重塑</translation>
    </message>
    <message>
        <source>The elements keep their order, the last axis running fastest; only the sizes change. One size may be -1 and is then worked out. The batch stays.</source>
        <translation>元素保持顺序,最后一个轴变化最快;只有各轴大小改变。可有一个大小为 -1,由其余算出。批次不变。</translation>
    </message>
    <message>
        <source>C×H×W → the shape, of the same number of elements.</source>
        <translation>C×H×W → 该形状,元素个数相同。</translation>
    </message>
    <message>
        <source>Sizes of the output without the batch; one may be -1</source>
        <translation>输出的各轴大小,不含批次;其中一个可为 -1</translation>
    </message>
    <message>
        <source>Splits one axis into several</source>
        <translation>把一个轴拆成几个</translation>
    </message>
    <message>
        <source>The reverse of Flatten: axis dim becomes axes of the given sizes, of which one may be -1.</source>
        <translation>Flatten 的逆操作:轴 dim 变成给定大小的若干轴,其中一个可为 -1。</translation>
    </message>
    <message>
        <source>512 → 32×4×4 with dim = 1 and the sizes (32, 4, 4).</source>
        <translation>512 → 32×4×4,其中 dim = 1,大小为 (32, 4, 4)。</translation>
    </message>
    <message>
        <source>Axis to split; 0 is the batch</source>
        <translation>要拆分的轴;0 是批次</translation>
    </message>
    <message>
        <source>Sizes of the axes that it becomes; one may be -1</source>
        <translation>拆成的各轴的大小;其中一个可为 -1</translation>
    </message>
    <message>
        <source>Puts the axes in another order</source>
        <translation>把各轴换一个顺序</translation>
    </message>
    <message>
        <source>Axis k of the output is axis dims[k] of the input, counted from 1; the batch, axis 0, stays.</source>
        <translation>输出的轴 k 是输入的轴 dims[k],从 1 数起;批次即轴 0 保持不变。</translation>
    </message>
    <message>
        <source>C×H×W → H×W×C with dims = (2, 3, 1).</source>
        <translation>C×H×W → H×W×C,其中 dims = (2, 3, 1)。</translation>
    </message>
    <message>
        <source>The axes in their new order, from 1, each once</source>
        <translation>各轴的新顺序,从 1 数起,每个一次</translation>
    </message>
    <message>
        <source>Deals the channels of all groups out in turn</source>
        <translation>把各组的通道轮流发出</translation>
    </message>
    <message>
        <source>The channels stand as groups × C/groups; the two are exchanged, so that the groups of the next grouped convolution each see channels of all groups.</source>
        <translation>通道排成 组数 × C/组数,把两者交换,使下一个分组卷积的每一组都能看到所有组的通道。</translation>
    </message>
    <message>
        <source>Number of groups, which divides the channels</source>
        <translation>组数,须整除通道数</translation>
    </message>
    <message>
        <source>Keeps a range of one axis</source>
        <translation>保留一个轴的一段</translation>
    </message>
    <message>
        <source>x[start:stop:step] along axis dim. Negative numbers count from the end, and without a stop the range goes to the end, as in Python.</source>
        <translation>沿轴 dim 取 x[start:stop:step]。负数从末尾数起,不给 stop 则到末尾为止,与 Python 相同。</translation>
    </message>
    <message>
        <source>n → ⌈(stop − start) / step⌉ along that axis.</source>
        <translation>沿该轴 n → ⌈(stop − start) / step⌉。</translation>
    </message>
    <message>
        <source>Axis to cut; 0 is the batch, 1 the channels</source>
        <translation>要截取的轴;0 是批次,1 是通道</translation>
    </message>
    <message>
        <source>First place that is kept</source>
        <translation>保留的第一个位置</translation>
    </message>
    <message>
        <source>First place behind the range; none goes to the end</source>
        <translation>这一段之后的第一个位置;留空到末尾</translation>
    </message>
    <message>
        <source>From one place that is kept to the next</source>
        <translation>相邻两个保留位置之间的步长</translation>
    </message>
    <message>
        <source>Cuts one axis into parts of given sizes, one output each</source>
        <translation>把一个轴切成给定大小的几段,每段一个输出</translation>
    </message>
    <message>
        <source>(s₁ + s₂ + …)×H×W → s₁×H×W, s₂×H×W, … along the channels, or another axis.</source>
        <translation>(s₁ + s₂ + …)×H×W → s₁×H×W、s₂×H×W……,沿通道或其他轴。</translation>
    </message>
    <message>
        <source>Sizes of the parts, in order</source>
        <translation>各段的大小,按顺序</translation>
    </message>
    <message>
        <source>Cuts one axis into equal parts, one output each</source>
        <translation>把一个轴切成相等的几段,每段一个输出</translation>
    </message>
    <message>
        <source>n → parts of ⌈n / chunks⌉, the last of what is left. Where so many parts do not come out, as of 5 in 4, it is refused.</source>
        <translation>n → 每段 ⌈n / chunks⌉,最后一段为剩余部分。得不到这么多段时(如 5 分为 4 段)会被拒绝。</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>段数</translation>
    </message>
    <message>
        <source>Cuts cells away at each side</source>
        <translation>从每一边裁去单元</translation>
    </message>
    <message>
        <source>The amounts stand in the order of Pad: left and right of the last axis, then top and bottom of the one before, then front and back.</source>
        <translation>数量的顺序与 Pad 相同:最后一个轴的左和右,然后是前一个轴的上和下,再是前和后。</translation>
    </message>
    <message>
        <source>C×H×W → C×(H − top − bottom)×(W − left − right).</source>
        <translation>C×H×W → C×(H − 上 − 下)×(W − 左 − 右)。</translation>
    </message>
    <message>
        <source>Left, right, top, bottom, front, back; two for each axis, from the last</source>
        <translation>左、右、上、下、前、后;每个轴两个,从最后一个轴开始</translation>
    </message>
    <message>
        <source>Cuts the middle out</source>
        <translation>裁出中间部分</translation>
    </message>
    <message>
        <source>Keeps the middle of the last axes; where an odd number goes, the end loses one more.</source>
        <translation>保留最后若干轴的中间部分;要去掉奇数个时,末端多去一个。</translation>
    </message>
    <message>
        <source>C×H×W → C×height×width for the size (height, width).</source>
        <translation>C×H×W → C×height×width,大小为 (height, width)。</translation>
    </message>
    <message>
        <source>Sizes of the last axes, such as (height, width)</source>
        <translation>最后若干轴的大小,例如 (高,宽)</translation>
    </message>
    <message>
        <source>Adds cells at each side: a constant, a mirror image, the edge, or the other side</source>
        <translation>在每一边添加单元:常数、镜像、边缘或对侧的值</translation>
    </message>
    <message>
        <source>Two amounts for each axis, from the last: left and right, then top and bottom, then front and back. The mode says what the new cells hold: a constant; the mirror image without the edge itself (reflect); the edge (replicate); the other side (circular).</source>
        <translation>每个轴两个数量,从最后一个轴开始:左和右,然后上和下,再是前和后。mode 说明新单元的内容:常数;不含边缘本身的镜像(reflect);边缘(replicate);对侧(circular)。</translation>
    </message>
    <message>
        <source>C×H×W → C×(H + top + bottom)×(W + left + right).</source>
        <translation>C×H×W → C×(H + 上 + 下)×(W + 左 + 右)。</translation>
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
        <source>A shortcut without weights: subsamples, and appends channels of zeros</source>
        <translation>没有权重的捷径:下采样,并补上全零的通道</translation>
    </message>
    <message>
        <source>Keeps every stride-th row and column, as a 1x1 convolution of that stride would, and appends channels of zeros up to out_channels.</source>
        <translation>保留每隔 stride 的行和列(与该步幅的 1x1 卷积相同),并补全零通道到 out_channels 个。</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×⌈H / stride⌉×⌈W / stride⌉.</source>
        <translation>C×H×W → out_channels×⌈H / stride⌉×⌈W / stride⌉。</translation>
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
        <source>Sums its branches, element by element</source>
        <translation>把各分支逐元素相加</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>y = x₁ + x₂ + …</source>
        <translation>y = x₁ + x₂ + …</translation>
    </message>
    <message>
        <source>All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).</source>
        <translation>所有分支形状相同,或在某个轴上大小为 1,此时沿该轴重复(广播)。</translation>
    </message>
    <message>
        <source>The sum of a branch and its own input is a residual connection.</source>
        <translation>分支与它自己的输入之和就是残差连接。</translation>
    </message>
    <message>
        <source>Takes one branch from the other, element by element</source>
        <translation>逐元素地从一个分支减去另一个</translation>
    </message>
    <message>
        <source>y = left − right.</source>
        <translation>y = left − right.</translation>
    </message>
    <message>
        <source>Multiplies its branches, element by element</source>
        <translation>把各分支逐元素相乘</translation>
    </message>
    <message>
        <source>y = x₁ · x₂ · …</source>
        <translation>y = x₁ · x₂ · …</translation>
    </message>
    <message>
        <source>C×H×W and C×1×1 make a gate for each channel, C×H×W and 1×H×W one for each place.</source>
        <translation>C×H×W 与 C×1×1 相乘是每个通道一个门,C×H×W 与 1×H×W 相乘是每个位置一个门。</translation>
    </message>
    <message>
        <source>The largest of its branches, element by element</source>
        <translation>各分支逐元素的最大值</translation>
    </message>
    <message>
        <source>y = max(x₁, x₂, …).</source>
        <translation>y = max(x₁, x₂, …).</translation>
    </message>
    <message>
        <source>The mean of its branches, element by element</source>
        <translation>各分支逐元素的平均值</translation>
    </message>
    <message>
        <source>y = (x₁ + … + xₙ) / n.</source>
        <translation>y = (x₁ + … + xₙ) / n.</translation>
    </message>
    <message>
        <source>Lays its branches one behind the other, in the order of the wires</source>
        <translation>按连线的顺序把各分支首尾相接</translation>
    </message>
    <message>
        <source>C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.</source>
        <translation>C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.</translation>
    </message>
    <message>
        <source>Axis along which the branches are laid; 0 is the batch, 1 the channels</source>
        <translation>拼接各分支的轴;0 是批次,1 是通道</translation>
    </message>
    <message>
        <source>Multiplies two matrices, or stacks of them</source>
        <translation>两个矩阵(或矩阵的堆叠)相乘</translation>
    </message>
    <message>
        <source>y = left · right, over the last two axes.</source>
        <translation>y = left · right,作用于最后两个轴。</translation>
    </message>
    <message>
        <source>…×n×m and …×m×k → …×n×k. The axes before the last two agree, or have the size 1 and are repeated.</source>
        <translation>…×n×m 与 …×m×k → …×n×k。最后两个之前的轴相同,或大小为 1 时重复。</translation>
    </message>
    <message>
        <source>Passes its input on unchanged</source>
        <translation>原样传递输入</translation>
    </message>
    <message>
        <source>y = x. The shape stays as it is.</source>
        <translation>y = x。形状不变。</translation>
    </message>
</context>
</TS>
