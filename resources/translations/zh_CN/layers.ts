<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>The shape of one sample, without the batch: (channels, height, width).</source>
        <translation>一个样本的形状，不含批次：（通道，高，宽）。</translation>
    </message>
    <message>
        <source>Inside a block the shape comes from the wire into the block, and this one is not used.</source>
        <translation>在模块内部，形状由进入模块的连线决定，这里的值不起作用。</translation>
    </message>
    <message>
        <source>Marks the value that the network returns. A classifier ends in its logits, one number a class: the cross-entropy loss applies the softmax itself.</source>
        <translation>标记网络返回的值。分类器以 logits 结尾，每个类别一个数：交叉熵损失会自行应用 softmax。</translation>
    </message>
    <message>
        <source>A network with several is trained on the sum of their losses, each times its weight. An auxiliary one is left out at inference, with all that only it needs.</source>
        <translation>有多个输出的网络按各损失的加权和训练。辅助输出连同只有它需要的部分，在推理时都会去掉。</translation>
    </message>
    <message>
        <source>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]</source>
        <translation>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×H×W → out_channels×H′×W′，其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>张图</translation>
    </message>
    <message>
        <source>How the weight begins, where there is one; empty means torch's own way</source>
        <translation>有权重时它的初始值；留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>How the bias begins, where there is one; empty means torch's own way</source>
        <translation>有偏置时它的初始值；留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>C×L → out_channels×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×L → out_channels×L′，其中 L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>Length of a filter</source>
        <translation>卷积核的长度</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>格</translation>
    </message>
    <message>
        <source>C×D×H×W → out_channels×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×D×H×W → out_channels×D′×H′×W′，其中 D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>Extent of a filter</source>
        <translation>卷积核各方向的大小</translation>
    </message>
    <message>
        <source>C×H×W → C·depth_multiplier×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.</source>
        <translation>C×H×W → C·depth_multiplier×H′×W′，其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1。</translation>
    </message>
    <message>
        <source>out[o] = Σ_c filter[o] ⋆ in[c]: every channel has the same filter, and there is no bias.</source>
        <translation>out[o] = Σ_c filter[o] ⋆ in[c]：每个通道用同一个卷积核，没有偏置。</translation>
    </message>
    <message>
        <source>lines: ones in the middle column, and ones in the middle row, which answer to vertical and to horizontal lines. edges: the right side minus the left, and the lower minus the upper (Prewitt's, for 3 px). mean: a blur.</source>
        <translation>lines：中间一列为 1 的核和中间一行为 1 的核，分别对竖线和横线有响应。edges：右侧减左侧，下侧减上侧（3 像素时为 Prewitt 算子）。mean：模糊。</translation>
    </message>
    <message>
        <source>C×H×W → filters×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1. The filters are a buffer: they stand in the state_dict, and no step of training changes them.</source>
        <translation>C×H×W → filters×H′×W′，其中 H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1。这些核是缓冲区：它们在 state_dict 中，训练的任何一步都不会改变它们。</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make images larger</source>
        <translation>把学到的卷积核并排铺开，使图像变大</translation>
    </message>
    <message>
        <source>Every input cell adds its multiple of the filters to the output, one stride from the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is the gradient of a convolution with respect to its input.</source>
        <translation>每个输入单元把自己乘以卷积核后加到输出上，相邻单元相距一个步幅：out[o] = bias[o] + Σ_c 按步幅展开的 in[c] ∗ weight[c, o]。它是卷积对其输入的梯度。</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×H′×W′ with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×H×W → out_channels×H′×W′，其中 H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make sequences larger</source>
        <translation>把学到的卷积核并排铺开，使序列变长</translation>
    </message>
    <message>
        <source>C×L → out_channels×L′ with L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×L → out_channels×L′，其中 L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make volumes larger</source>
        <translation>把学到的卷积核并排铺开，使体数据变大</translation>
    </message>
    <message>
        <source>C×D×H×W → out_channels×D′×H′×W′ with D′ = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.</source>
        <translation>C×D×H×W → out_channels×D′×H′×W′，其中 D′ = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1。</translation>
    </message>
    <message>
        <source>out[c, i] = in[c] at the place (i + ½) / scale_factor − ½ along every axis: the nearest cell, or the mean of the cells around it, weighted by their distance. With align_corners the first and the last cell stay in their places.</source>
        <translation>out[c, i] = in[c] 沿每个轴在位置 (i + ½) / scale_factor − ½ 处的值：取最近的单元，或周围单元按距离加权的平均。使用 align_corners 时首尾单元保持原位。</translation>
    </message>
    <message>
        <source>C×L, C×H×W or C×D×H×W → the same number of axes, each ⌊n · scale_factor⌋ or as in size. Linear is for sequences, bilinear and bicubic for images, trilinear for volumes.</source>
        <translation>C×L、C×H×W 或 C×D×H×W → 轴数不变，每个轴为 ⌊n · scale_factor⌋ 或由 size 给出。linear 用于序列，bilinear 和 bicubic 用于图像，trilinear 用于体数据。</translation>
    </message>
    <message>
        <source>out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x] with r = upscale_factor.</source>
        <translation>out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x]，其中 r = upscale_factor。</translation>
    </message>
    <message>
        <source>C·r²×H×W → C×H·r×W·r.</source>
        <translation>C·r²×H×W → C×H·r×W·r.</translation>
    </message>
    <message>
        <source>out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j] with r = downscale_factor.</source>
        <translation>out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j]，其中 r = downscale_factor。</translation>
    </message>
    <message>
        <source>C×H·r×W·r → C·r²×H×W.</source>
        <translation>C×H·r×W·r → C·r²×H×W.</translation>
    </message>
    <message>
        <source>out[c] = max over the window of in[c]</source>
        <translation>out[c] = in[c] 在窗口内的最大值</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′，其中 H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. What is added is never the largest.</source>
        <translation>padding 为“valid”时不填充。为“same”时（含义与 TensorFlow 相同）输出有 ⌈size / stride⌉ 个单元：缺少的一半补在前面，一半补在后面，多出的一个补在后面。填充的值永远不会成为最大值。</translation>
    </message>
    <message>
        <source>Height and width of the window</source>
        <translation>窗口的高和宽</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′，其中 L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>窗口的长度</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′，其中 D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>Extent of the window</source>
        <translation>窗口各方向的大小</translation>
    </message>
    <message>
        <source>out[c] = mean over the window of in[c]</source>
        <translation>out[c] = in[c] 在窗口内的平均值</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′，其中 H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. The mean is then over the cells inside the input only.</source>
        <translation>padding 为“valid”时不填充。为“same”时（含义与 TensorFlow 相同）输出有 ⌈size / stride⌉ 个单元：缺少的一半补在前面，一半补在后面，多出的一个补在后面。此时平均值只计算输入之内的单元。</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′，其中 L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′，其中 D′ = ⌊(D + 2·padding − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type</source>
        <translation>out[c] =（Σ 窗口内 in[c]ᵖ）^(1/p)，其中 p = norm_type</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×H×W → C×H′×W′，其中 H′ = ⌊(H − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where p is no whole number the input must not be negative.</source>
        <translation>p = 1 时是窗口之和；p 越大越接近最大值。p 不是整数时输入不能为负。</translation>
    </message>
    <message>
        <source>C×L → C×L′ with L′ = ⌊(L − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×L → C×L′，其中 L′ = ⌊(L − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D − kernel) / stride⌋ + 1, or rounded up with ceil_mode.</source>
        <translation>C×D×H×W → C×D′×H′×W′，其中 D′ = ⌊(D − kernel) / stride⌋ + 1，使用 ceil_mode 时向上取整。</translation>
    </message>
    <message>
        <source>out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.</source>
        <translation>out[c, i] = in[c] 从第 ⌊i·n / n′⌋ 个单元到第 ⌈(i + 1)·n / n′⌉ 个单元之前的平均值，沿每个有 n 个单元的轴。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×H×W → C×H′×W′，即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Height and width of the output</source>
        <translation>输出的高和宽</translation>
    </message>
    <message>
        <source>C×L → C×L′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×L → C×L′，即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Length of the output</source>
        <translation>输出的长度</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global average pooling.</source>
        <translation>C×D×H×W → C×D′×H′×W′，即所需尺寸。尺寸为 1 就是全局平均池化。</translation>
    </message>
    <message>
        <source>Depth, height and width of the output</source>
        <translation>输出的深、高和宽</translation>
    </message>
    <message>
        <source>out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.</source>
        <translation>out[c, i] = in[c] 从第 ⌊i·n / n′⌋ 个单元到第 ⌈(i + 1)·n / n′⌉ 个单元之前的最大值，沿每个有 n 个单元的轴。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×H×W → C×H′×W′，即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
    </message>
    <message>
        <source>C×L → C×L′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×L → C×L′，即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global max pooling.</source>
        <translation>C×D×H×W → C×D′×H′×W′，即所需尺寸。尺寸为 1 就是全局最大池化。</translation>
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
        <source>out[c] = max of in[c].</source>
        <translation>out[c] = in[c] 的最大值。</translation>
    </message>
    <message>
        <source>C×L, C×H×W or C×D×H×W → C. AdaptiveMaxPool2d of size 1 keeps the axes.</source>
        <translation>C×L、C×H×W 或 C×D×H×W → C。尺寸为 1 的 AdaptiveMaxPool2d 会保留各轴。</translation>
    </message>
    <message>
        <source>out[c] = weight[c] · Σ over the window of in[c] + bias[c], or the mean in place of the sum. It begins as the plain mean. LeNet-5 puts a squashing function after it.</source>
        <translation>out[c] = weight[c] · Σ 窗口内 in[c] + bias[c]，或以平均代替求和。初始时就是普通的平均。LeNet-5 在其后接一个压缩函数。</translation>
    </message>
    <message>
        <source>C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1; two parameters a map.</source>
        <translation>C×H×W → C×H′×W′，其中 H′ = ⌊(H − kernel) / stride⌋ + 1；每个特征图两个参数。</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over the batch, and the length where there is one. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个通道，在批次上（有长度时也在长度上）统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C → C, or C×L → C×L.</source>
        <translation>C → C, or C×L → C×L.</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, height and width. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个通道，在批次、高和宽上统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C×H×W → C×H×W.</source>
        <translation>C×H×W → C×H×W.</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, depth, height and width. In evaluation the running mean and variance take the batch's place.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个通道，在批次、深、高和宽上统计。评估时用运行均值和运行方差代替批次的。</translation>
    </message>
    <message>
        <source>C×D×H×W → C×D×H×W.</source>
        <translation>C×D×H×W → C×D×H×W.</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every group of C / num_groups channels of every sample. It does not depend on the batch, and so suits small ones. One group normalises the whole sample, as many as channels are InstanceNorm.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个样本的每组 C / num_groups 个通道统计。它不依赖批次，因此适合小批次。一组是对整个样本归一化，组数等于通道数就是 InstanceNorm。</translation>
    </message>
    <message>
        <source>C×… → C×…</source>
        <translation>C×… → C×…</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample by itself. It takes away contrast and style.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个样本的每个通道单独统计。它去掉对比度和风格。</translation>
    </message>
    <message>
        <source>C×L → C×L.</source>
        <translation>C×L → C×L.</translation>
    </message>
    <message>
        <source>y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta, over the `size` channels around c.</source>
        <translation>y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta，求和取 c 周围的 `size` 个通道。</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the last axes: the features of a sequence L×F. For images use LayerNormChannelsFirst, or normalise all three axes.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，在最后的若干轴上：即序列 L×F 的特征。图像请用 LayerNormChannelsFirst，或对全部三个轴归一化。</translation>
    </message>
    <message>
        <source>The shape stays as it is.</source>
        <translation>形状不变。</translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the channels, for every cell by itself. The generated code moves the channels to the end for torch.nn.LayerNorm, and back.</source>
        <translation>y = (x − E[x]) / √(Var[x] + eps) · weight + bias，对每个单元单独在通道上统计。生成的代码把通道移到最后交给 torch.nn.LayerNorm，再移回来。</translation>
    </message>
    <message>
        <source>C×H×W → C×H×W, and for any number of axes after the channels.</source>
        <translation>C×H×W → C×H×W，通道之后可以有任意多个轴。</translation>
    </message>
    <message>
        <source>y = x / √(E[x²] + eps) · weight, over the last axes: a LayerNorm that does not take away the mean.</source>
        <translation>y = x / √(E[x²] + eps) · weight，在最后的若干轴上：不减均值的 LayerNorm。</translation>
    </message>
    <message>
        <source>max(0, x)</source>
        <translation>max(0, x)</translation>
    </message>
    <message>
        <source>min(max(0, x), 6)</source>
        <translation>min(max(0, x), 6)</translation>
    </message>
    <message>
        <source>x · σ(x)</source>
        <translation>x · σ(x)</translation>
    </message>
    <message>
        <source>x · tanh(ln(1 + eˣ))</source>
        <translation>x · tanh(ln(1 + eˣ))</translation>
    </message>
    <message>
        <source>x · min(max(0, x + 3), 6) / 6</source>
        <translation>x · min(max(0, x + 3), 6) / 6</translation>
    </message>
    <message>
        <source>min(max(0, x + 3), 6) / 6</source>
        <translation>min(max(0, x + 3), 6) / 6</translation>
    </message>
    <message>
        <source>1 / (1 + e⁻ˣ)</source>
        <translation>1 / (1 + e⁻ˣ)</translation>
    </message>
    <message>
        <source>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)</source>
        <translation>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)</translation>
    </message>
    <message>
        <source>amplitude · tanh(slope · x)</source>
        <translation>amplitude · tanh(slope · x)</translation>
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
        <source>xᵢ − ln Σⱼ exp(xⱼ) along one axis.</source>
        <translation>沿一个轴计算 xᵢ − ln Σⱼ exp(xⱼ)。</translation>
    </message>
    <message>
        <source>The shape stays as it is. The negative log-likelihood loss takes it; the cross-entropy loss has its own.</source>
        <translation>形状不变。负对数似然损失需要它；交叉熵损失自带。</translation>
    </message>
    <message>
        <source>Every element is set to zero with probability p and the others are divided by 1 − p. In evaluation nothing happens.</source>
        <translation>每个元素以概率 p 置零，其余除以 1 − p。评估时不起作用。</translation>
    </message>
    <message>
        <source>Zeroes whole channels while training</source>
        <translation>训练时把整个通道置零</translation>
    </message>
    <message>
        <source>Every channel of C×L is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×L 的每个通道以概率 p 整体置零，其余除以 1 − p：特征图中相邻的值大致相同，只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>Zeroes whole maps while training</source>
        <translation>训练时把整个特征图置零</translation>
    </message>
    <message>
        <source>Every channel of C×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×H×W 的每个通道以概率 p 整体置零，其余除以 1 − p：特征图中相邻的值大致相同，只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>Zeroes whole volumes while training</source>
        <translation>训练时把整个体数据通道置零</translation>
    </message>
    <message>
        <source>Every channel of C×D×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.</source>
        <translation>C×D×H×W 的每个通道以概率 p 整体置零，其余除以 1 − p：特征图中相邻的值大致相同，只缺单个元素不起作用。评估时不起作用。</translation>
    </message>
    <message>
        <source>Every element is set to −1.7581, where SELU ends on the left, with probability p; then all are scaled and shifted so that mean 0 and variance 1 stay. In evaluation nothing happens.</source>
        <translation>每个元素以概率 p 置为 −1.7581（SELU 左端的值），然后整体缩放和平移，使均值 0 和方差 1 保持不变。评估时不起作用。</translation>
    </message>
    <message>
        <source>The whole value of a sample is set to zero with probability p, and the others are divided by 1 − p. At the end of a residual branch, ahead of its Add, it leaves the shortcut alone for that sample: stochastic depth. In evaluation nothing happens.</source>
        <translation>样本的整个值以概率 p 置零，其余除以 1 − p。放在残差分支末端、Add 之前时，该样本只剩捷径：即随机深度。评估时不起作用。</translation>
    </message>
    <message>
        <source>C×H×W → C·H·W. Axis 0 is the batch and stays.</source>
        <translation>C×H×W → C·H·W。轴 0 是批次，保持不变。</translation>
    </message>
    <message>
        <source>y = weight · x + bias, over the last axis.</source>
        <translation>y = weight · x + bias，作用于最后一个轴。</translation>
    </message>
    <message>
        <source>…×in_features → …×out_features. The number of inputs follows from the wire.</source>
        <translation>…×in_features → …×out_features。输入数由连线得出。</translation>
    </message>
    <message>
        <source>y = weight · x + bias, with one coefficient for each channel (the first axis), for each feature (the last axis) or for all.</source>
        <translation>y = weight · x + bias，每个通道（第一个轴）、每个特征（最后一个轴）各一个系数，或共用一个。</translation>
    </message>
    <message>
        <source>The shape stays as it is; the coefficients of an image C×H×W are C×1×1.</source>
        <translation>形状不变；图像 C×H×W 的系数为 C×1×1。</translation>
    </message>
    <message>
        <source>y = coefficient · x, with one coefficient for each channel (the first axis) or for each feature (the last axis): at the end of a residual branch, so that it begins as the shortcut alone. A Scale without a module of its own: the coefficients are a parameter of the block itself, and their key is the name of the node.</source>
        <translation>y = coefficient · x，每个通道（第一个轴）或每个特征（最后一个轴）一个系数：放在残差分支末端，使其开始时只有捷径。它是没有自己模块的 Scale：系数是模块本身的参数，键就是节点的名称。</translation>
    </message>
    <message>
        <source>y = factor · x. Nothing is learned; Scale has coefficients that are.</source>
        <translation>y = factor · x。没有可学习的量；Scale 的系数是可学习的。</translation>
    </message>
    <message>
        <source>yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²: the squared Euclidean distance to a code of +1 and −1 for every output. The smallest output wins, so a cross-entropy loss takes its negative: Factor with −1. The codes are not learned, unless wanted; those of the digits are drawn, so that digits which look alike have codes that are alike.</source>
        <translation>yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²：到每个输出由 +1 和 −1 组成的编码的欧氏距离的平方。最小的输出获胜，因此交叉熵损失要用它的相反数：即系数为 −1 的 Factor。除非需要，编码不学习；数字的编码是画出来的，使相像的数字有相像的编码。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学得</translation>
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
        <translation>L → L×embedding_dim，以及 … → …×embedding_dim。输入是 0 到 num_embeddings − 1 的整数，例如词的编号。</translation>
    </message>
    <message>
        <source>y[t] = x[t] + encoding[t], with encoding[t, 2i] = sin(t / base^(2i/F)) and encoding[t, 2i + 1] = cos(t / base^(2i/F)), or with a learned vector for every step. Attention by itself does not see the order.</source>
        <translation>y[t] = x[t] + encoding[t]，其中 encoding[t, 2i] = sin(t / base^(2i/F)),encoding[t, 2i + 1] = cos(t / base^(2i/F))，或每一步一个可学习的向量。注意力本身看不到顺序。</translation>
    </message>
    <message>
        <source>L×F → L×F; the encoding is as long as the sequence on the wire.</source>
        <translation>L×F → L×F；编码与连线上的序列等长。</translation>
    </message>
    <message>
        <source>sines</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>i, f, o = σ(W·[x, h] + b) for input, forget and output gate, g = tanh(W·[x, h] + b); then c ← f · c + i · g and h ← o · tanh(c).</source>
        <translation>输入门、遗忘门和输出门 i, f, o = σ(W·[x, h] + b),g = tanh(W·[x, h] + b)；然后 c ← f · c + i · g,h ← o · tanh(c)。</translation>
    </message>
    <message>
        <source>L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions. proj_size takes the place of hidden_size in what is handed on.</source>
        <translation>L×F → L×hidden_size，只取最后一步时为 hidden_size；双向时加倍。输出的部分以 proj_size 代替 hidden_size。</translation>
    </message>
    <message>
        <source>The multiply-adds are the matrix products of all steps.</source>
        <translation>乘加次数是所有步的矩阵乘积。</translation>
    </message>
    <message>
        <source>r, z = σ(W·[x, h] + b) for reset and update gate, n = tanh(W·x + b + r · (W·h + b)); then h ← (1 − z) · n + z · h.</source>
        <translation>重置门和更新门 r, z = σ(W·[x, h] + b),n = tanh(W·x + b + r · (W·h + b))；然后 h ← (1 − z) · n + z · h。</translation>
    </message>
    <message>
        <source>softmax(q · kᵀ / √d) · v in every head, where q, k and v are linear in query, key and value and d = F / num_heads; a linear layer joins the heads. Self-attention has one sequence at all three inputs.</source>
        <translation>每个头中计算 softmax(q · kᵀ / √d) · v，其中 q、k、v 分别是 query、key、value 的线性变换，d = F / num_heads；一个线性层把各头合并。自注意力的三个输入是同一个序列。</translation>
    </message>
    <message>
        <source>L×F, S×kdim, S×vdim → L×F; the widths follow from the wires.</source>
        <translation>L×F、S×kdim、S×vdim → L×F；宽度由连线得出。</translation>
    </message>
    <message>
        <source>The multiply-adds are those of the projections and of both matrix products.</source>
        <translation>乘加次数是各投影和两个矩阵乘积的。</translation>
    </message>
    <message>
        <source>The elements keep their order, the last axis running fastest; only the sizes change. One size may be -1 and is then worked out. The batch stays.</source>
        <translation>元素保持顺序，最后一个轴变化最快；只有各轴大小改变。可有一个大小为 -1，由其余算出。批次不变。</translation>
    </message>
    <message>
        <source>C×H×W → the shape, of the same number of elements.</source>
        <translation>C×H×W → 该形状，元素个数相同。</translation>
    </message>
    <message>
        <source>The reverse of Flatten: axis dim becomes axes of the given sizes, of which one may be -1.</source>
        <translation>Flatten 的逆操作：轴 dim 变成给定大小的若干轴，其中一个可为 -1。</translation>
    </message>
    <message>
        <source>512 → 32×4×4 with dim = 1 and the sizes (32, 4, 4).</source>
        <translation>512 → 32×4×4，其中 dim = 1，大小为 (32, 4, 4)。</translation>
    </message>
    <message>
        <source>Axis k of the output is axis dims[k] of the input, counted from 1; the batch, axis 0, stays.</source>
        <translation>输出的轴 k 是输入的轴 dims[k]，从 1 数起；批次即轴 0 保持不变。</translation>
    </message>
    <message>
        <source>C×H×W → H×W×C with dims = (2, 3, 1).</source>
        <translation>C×H×W → H×W×C，其中 dims = (2, 3, 1)。</translation>
    </message>
    <message>
        <source>The channels stand as groups × C/groups; the two are exchanged, so that the groups of the next grouped convolution each see channels of all groups.</source>
        <translation>通道排成 组数 × C/组数，把两者交换，使下一个分组卷积的每一组都能看到所有组的通道。</translation>
    </message>
    <message>
        <source>x[start:stop:step] along axis dim. Negative numbers count from the end, and without a stop the range goes to the end, as in Python.</source>
        <translation>沿轴 dim 取 x[start:stop:step]。负数从末尾数起，不给 stop 则到末尾为止，与 Python 相同。</translation>
    </message>
    <message>
        <source>n → ⌈(stop − start) / step⌉ along that axis.</source>
        <translation>沿该轴 n → ⌈(stop − start) / step⌉。</translation>
    </message>
    <message>
        <source>(s₁ + s₂ + …)×H×W → s₁×H×W, s₂×H×W, … along the channels, or another axis.</source>
        <translation>(s₁ + s₂ + …)×H×W → s₁×H×W、s₂×H×W……，沿通道或其他轴。</translation>
    </message>
    <message>
        <source>n → parts of ⌈n / chunks⌉, the last of what is left. Where so many parts do not come out, as of 5 in 4, it is refused.</source>
        <translation>n → 每段 ⌈n / chunks⌉，最后一段为剩余部分。得不到这么多段时（如 5 分为 4 段）会被拒绝。</translation>
    </message>
    <message>
        <source>The amounts stand in the order of Pad: left and right of the last axis, then top and bottom of the one before, then front and back.</source>
        <translation>数量的顺序与 Pad 相同：最后一个轴的左和右，然后是前一个轴的上和下，再是前和后。</translation>
    </message>
    <message>
        <source>C×H×W → C×(H − top − bottom)×(W − left − right).</source>
        <translation>C×H×W → C×（H − 上 − 下）×（W − 左 − 右）。</translation>
    </message>
    <message>
        <source>Keeps the middle of the last axes; where an odd number goes, the end loses one more.</source>
        <translation>保留最后若干轴的中间部分；要去掉奇数个时，末端多去一个。</translation>
    </message>
    <message>
        <source>C×H×W → C×height×width for the size (height, width).</source>
        <translation>C×H×W → C×height×width，大小为 (height, width)。</translation>
    </message>
    <message>
        <source>Two amounts for each axis, from the last: left and right, then top and bottom, then front and back. The mode says what the new cells hold: a constant; the mirror image without the edge itself (reflect); the edge (replicate); the other side (circular).</source>
        <translation>每个轴两个数量，从最后一个轴开始：左和右，然后上和下，再是前和后。mode 说明新单元的内容：常数；不含边缘本身的镜像(reflect)；边缘(replicate)；对侧(circular)。</translation>
    </message>
    <message>
        <source>C×H×W → C×(H + top + bottom)×(W + left + right).</source>
        <translation>C×H×W → C×（H + 上 + 下）×（W + 左 + 右）。</translation>
    </message>
    <message>
        <source>Keeps every stride-th row and column, as a 1x1 convolution of that stride would, and appends channels of zeros up to out_channels.</source>
        <translation>保留每隔 stride 的行和列（与该步幅的 1x1 卷积相同），并补全零通道到 out_channels 个。</translation>
    </message>
    <message>
        <source>C×H×W → out_channels×⌈H / stride⌉×⌈W / stride⌉.</source>
        <translation>C×H×W → out_channels×⌈H / stride⌉×⌈W / stride⌉。</translation>
    </message>
    <message>
        <source>y = x₁ + x₂ + …</source>
        <translation>y = x₁ + x₂ + …</translation>
    </message>
    <message>
        <source>All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).</source>
        <translation>所有分支形状相同，或在某个轴上大小为 1，此时沿该轴重复（广播）。</translation>
    </message>
    <message>
        <source>The sum of a branch and its own input is a residual connection.</source>
        <translation>分支与它自己的输入之和就是残差连接。</translation>
    </message>
    <message>
        <source>y = left − right.</source>
        <translation>y = left − right.</translation>
    </message>
    <message>
        <source>y = x₁ · x₂ · …</source>
        <translation>y = x₁ · x₂ · …</translation>
    </message>
    <message>
        <source>C×H×W and C×1×1 make a gate for each channel, C×H×W and 1×H×W one for each place.</source>
        <translation>C×H×W 与 C×1×1 相乘是每个通道一个门，C×H×W 与 1×H×W 相乘是每个位置一个门。</translation>
    </message>
    <message>
        <source>y = max(x₁, x₂, …).</source>
        <translation>y = max(x₁, x₂, …).</translation>
    </message>
    <message>
        <source>y = (x₁ + … + xₙ) / n.</source>
        <translation>y = (x₁ + … + xₙ) / n.</translation>
    </message>
    <message>
        <source>C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.</source>
        <translation>C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.</translation>
    </message>
    <message>
        <source>y = left · right, over the last two axes.</source>
        <translation>y = left · right，作用于最后两个轴。</translation>
    </message>
    <message>
        <source>…×n×m and …×m×k → …×n×k. The axes before the last two agree, or have the size 1 and are repeated.</source>
        <translation>…×n×m 与 …×m×k → …×n×k。最后两个之前的轴相同，或大小为 1 时重复。</translation>
    </message>
    <message>
        <source>y = x. The shape stays as it is.</source>
        <translation>y = x。形状不变。</translation>
    </message>
</context>
</TS>
