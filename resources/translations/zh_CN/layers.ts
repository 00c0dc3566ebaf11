<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>Where the data enters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of one sample, without the batch: (channels, height, width).

Inside a block the shape comes from the wire into the block, and this one is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, height and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks the value that the network returns. A classifier ends in its logits, one number a class: the cross-entropy loss applies the softmax itself.

A network with several is trained on the sum of their losses, each times its weight. An auxiliary one is left out at inference, with all that only it needs.

Source: the auxiliary classifiers of Szegedy et al., Going Deeper with Convolutions, 2014, with a weight of 0.3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times its loss, in the sum that is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For training only, and left out at inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides learned filters over an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]

C×H×W → out_channels×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.

Source: torch.nn.Conv2d; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the window; 2 halves the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells added on every side; or valid, which is none, or same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between neighbouring filter taps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent groups of channels; as many groups as channels is a depthwise convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learned number to every map; needless before batch normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the padding holds: zeros, the image mirrored, its edge repeated, or its other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weight begins, where there is one; empty means torch's own way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the bias begins, where there is one; empty means torch's own way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides learned filters along a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]

C×L → out_channels×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.

Source: torch.nn.Conv1d; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides learned filters through a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]

C×D×H×W → out_channels×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.

Source: torch.nn.Conv3d; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides filters of its own over every map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c] with m = depth_multiplier, j &lt; m

C×H×W → C·depth_multiplier×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.

Source: torch.nn.Conv2d with groups = in_channels; Chollet, Xception, 2016; Howard et al., MobileNets, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of filters, and so of output maps, for every input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides filters over an image that are given, and not learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[o] = Σ_c filter[o] ⋆ in[c]: every channel has the same filter, and there is no bias.

lines: ones in the middle column, and ones in the middle row, which answer to vertical and to horizontal lines. edges: the right side minus the left, and the lower minus the upper (Prewitt's, for 3 px). mean: a blur.

C×H×W → filters×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1. The filters are a buffer: they stand in the state_dict, and no step of training changes them.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after.

Source: Prewitt, Object enhancement and extraction, 1970; the lines are an exercise of Géron, Hands-On Machine Learning, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two for a vertical and a horizontal line, two for edges across and down, or one mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added on every side; or valid, which is none, or same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make images larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input cell adds its multiple of the filters to the output, one stride from the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is the gradient of a convolution with respect to its input.

C×H×W → out_channels×H′×W′ with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.

Source: torch.nn.ConvTranspose2d; Zeiler et al., Deconvolutional networks, 2010; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the output from one input cell to the next; 2 doubles the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells taken away from every side of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells more at the end of the output, fewer than the stride or the dilation: the sizes that a stride maps onto one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make sequences larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input cell adds its multiple of the filters to the output, one stride from the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is the gradient of a convolution with respect to its input.

C×L → out_channels×L′ with L′ = (L − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.

Source: torch.nn.ConvTranspose1d; Zeiler et al., Deconvolutional networks, 2010; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays learned filters side by side, to make volumes larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every input cell adds its multiple of the filters to the output, one stride from the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is the gradient of a convolution with respect to its input.

C×D×H×W → out_channels×D′×H′×W′ with D′ = (D − 1)·stride − 2·padding + dilation·(kernel − 1) + output_padding + 1.

Source: torch.nn.ConvTranspose3d; Zeiler et al., Deconvolutional networks, 2010; Dumoulin and Visin, A guide to convolution arithmetic, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes sequences, images or volumes larger by interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = in[c] at the place (i + ½) / scale_factor − ½ along every axis: the nearest cell, or the mean of the cells around it, weighted by their distance. With align_corners the first and the last cell stay in their places.

C×L, C×H×W or C×D×H×W → the same number of axes, each ⌊n · scale_factor⌋ or as in size. Linear is for sequences, bilinear and bicubic for images, trilinear for volumes.

Source: torch.nn.Upsample; Keys, Cubic convolution interpolation, 1981.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the output, one number for all axes or one for each; takes the place of scale_factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger along every axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which cells count: the nearest, those around by distance, or more by a cubic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the corner cells in their places; not for nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpolate by the ratio of the whole sizes, not by scale_factor itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays several maps into one larger map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, y·r + i, x·r + j] = in[c·r² + i·r + j, y, x] with r = upscale_factor.

C·r²×H×W → C×H·r×W·r.

Source: torch.nn.PixelShuffle; Shi et al., Efficient sub-pixel convolution, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger in height and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deals the cells of every map out to several smaller maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c·r² + i·r + j, y, x] = in[c, y·r + i, x·r + j] with r = downscale_factor.

C×H·r×W·r → C·r²×H×W.

Source: torch.nn.PixelUnshuffle; Shi et al., Efficient sub-pixel convolution, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times smaller in height and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest value of every window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = max over the window of in[c]

C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. What is added is never the largest.

Source: torch.nn.MaxPool2d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the window; empty means the kernel's size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells added on every side, at most half the kernel; or valid, which is none, or same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the cells of a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round the output size up, so that the last cells are not dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = max over the window of in[c]

C×L → C×L′ with L′ = ⌊(L + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. What is added is never the largest.

Source: torch.nn.MaxPool1d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = max over the window of in[c]

C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. What is added is never the largest.

Source: torch.nn.MaxPool3d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extent of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the mean of every window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = mean over the window of in[c]

C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. The mean is then over the cells inside the input only.

Source: torch.nn.AvgPool2d; subsampling in LeCun et al., 1998.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the padding's zeros in the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the sum of a window by this; empty means by the number of its cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = mean over the window of in[c]

C×L → C×L′ with L′ = ⌊(L + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. The mean is then over the cells inside the input only.

Source: torch.nn.AvgPool1d; subsampling in LeCun et al., 1998.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = mean over the window of in[c]

C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D + 2·padding − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an odd cell after. The mean is then over the cells inside the input only.

Source: torch.nn.AvgPool3d; subsampling in LeCun et al., 1998.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the p-norm of every window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type

C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where p is no whole number the input must not be negative.

Source: torch.nn.LPPool2d; Gulcehre et al., Learned-norm pooling, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The p of the norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type

C×L → C×L′ with L′ = ⌊(L − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where p is no whole number the input must not be negative.

Source: torch.nn.LPPool1d; Gulcehre et al., Learned-norm pooling, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type

C×D×H×W → C×D′×H′×W′ with D′ = ⌊(D − kernel) / stride⌋ + 1, or rounded up with ceil_mode.

With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where p is no whole number the input must not be negative.

Source: torch.nn.LPPool3d; Gulcehre et al., Learned-norm pooling, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over as many windows as the wanted size needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×H×W → C×H′×W′, the wanted size. Size 1 is global average pooling.

Source: torch.nn.AdaptiveAvgPool2d; global average pooling in Lin et al., Network in Network, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×L → C×L′, the wanted size. Size 1 is global average pooling.

Source: torch.nn.AdaptiveAvgPool1d; global average pooling in Lin et al., Network in Network, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = mean of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global average pooling.

Source: torch.nn.AdaptiveAvgPool3d; global average pooling in Lin et al., Network in Network, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth, height and width of the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maxima over as many windows as the wanted size needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×H×W → C×H′×W′, the wanted size. Size 1 is global max pooling.

Source: torch.nn.AdaptiveMaxPool2d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×L → C×L′, the wanted size. Size 1 is global max pooling.

Source: torch.nn.AdaptiveMaxPool1d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c, i] = maximum of in[c] from cell ⌊i·n / n′⌋ to before ⌈(i + 1)·n / n′⌉, along every axis of n cells.

C×D×H×W → C×D′×H′×W′, the wanted size. Size 1 is global max pooling.

Source: torch.nn.AdaptiveMaxPool3d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the mean of every map, and leaves one number a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = mean of in[c].

C×L, C×H×W or C×D×H×W → C. AdaptiveAvgPool2d of size 1 keeps the axes.

Source: torch.mean; Lin et al., Network in Network, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest value of every map, and leaves one number a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = max of in[c].

C×L, C×H×W or C×D×H×W → C. AdaptiveMaxPool2d of size 1 keeps the axes.

Source: torch.amax; Oquab et al., Is object localization for free?, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums every window, times one learned coefficient plus one bias a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out[c] = weight[c] · Σ over the window of in[c] + bias[c], or the mean in place of the sum. It begins as the plain mean. LeNet-5 puts a squashing function after it.

C×H×W → C×H′×W′ with H′ = ⌊(H − kernel) / stride⌋ + 1; two parameters a map.

Source: LeCun et al., Gradient-based learning applied to document recognition, 1998.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is multiplied by the coefficient: the sum of the window, as in LeNet-5, or its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every feature zero mean and unit variance over the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over the batch, and the length where there is one. In evaluation the running mean and variance take the batch's place.

C → C, or C×L → C×L.

Source: torch.nn.BatchNorm1d; Ioffe and Szegedy, Batch Normalization, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance; empty means a plain average over all batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a running mean and variance for evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned; needs torch 2.13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every map zero mean and unit variance over the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, height and width. In evaluation the running mean and variance take the batch's place.

C×H×W → C×H×W.

Source: torch.nn.BatchNorm2d; Ioffe and Szegedy, Batch Normalization, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every channel of a volume zero mean and unit variance over the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over batch, depth, height and width. In evaluation the running mean and variance take the batch's place.

C×D×H×W → C×D×H×W.

Source: torch.nn.BatchNorm3d; Ioffe and Szegedy, Batch Normalization, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives groups of channels of every sample zero mean and unit variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every group of C / num_groups channels of every sample. It does not depend on the batch, and so suits small ones. One group normalises the whole sample, as many as channels are InstanceNorm.

C×… → C×…

Source: torch.nn.GroupNorm; Wu and He, Group Normalization, 2018.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of groups; it divides the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every channel of every sample zero mean and unit variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample by itself. It takes away contrast and style.

C×L → C×L.

Source: torch.nn.InstanceNorm1d; Ulyanov et al., Instance Normalization, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the new batch in the running mean and variance, where they are tracked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a running mean and variance, and use them in evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample by itself. It takes away contrast and style.

C×H×W → C×H×W.

Source: torch.nn.InstanceNorm2d; Ulyanov et al., Instance Normalization, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample by itself. It takes away contrast and style.

C×D×H×W → C×D×H×W.

Source: torch.nn.InstanceNorm3d; Ulyanov et al., Instance Normalization, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides every cell by what the neighbouring channels have there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta, over the `size` channels around c.

C×… → C×…

Source: torch.nn.LocalResponseNorm; Krizhevsky et al., ImageNet Classification with Deep Convolutional Neural Networks, 2012, which has alpha where torch has alpha / size: size = 5, alpha = 5e-4, beta = 0.75, k = 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of neighbouring channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the weighted sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the features of every step zero mean and unit variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the last axes: the features of a sequence L×F. For images use LayerNormChannelsFirst, or normalise all three axes.

The shape stays as it is.

Source: torch.nn.LayerNorm; Ba et al., Layer Normalization, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last axes are normalised together; normalized_shape follows from the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a scale and a shift for every feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the shift too, where a scale is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the channels of every cell of an image zero mean and unit variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the channels, for every cell by itself. The generated code moves the channels to the end for torch.nn.LayerNorm, and back.

C×H×W → C×H×W, and for any number of axes after the channels.

Source: torch.nn.LayerNorm; Ba et al., Layer Normalization, 2016; as in Liu et al., A ConvNet for the 2020s, 2022, with eps = 1e-6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the features of every step by their root mean square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = x / √(E[x²] + eps) · weight, over the last axes: a LayerNorm that does not take away the mean.

The shape stays as it is.

Source: torch.nn.RMSNorm; Zhang and Sennrich, Root Mean Square Layer Normalization, 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the mean square; empty means the smallest step of the number type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a scale for every feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets what is negative to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(0, x)

The shape stays as it is.

Source: torch.nn.ReLU; Nair and Hinton, 2010.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite the input to save memory; never where the input is used again, as ahead of a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts off what is negative and what is over 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min(max(0, x), 6)

The shape stays as it is.

Source: torch.nn.ReLU6; Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, 2010.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a little of what is negative through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x ≥ 0, negative_slope · x elsewhere

The shape stays as it is.

Source: torch.nn.LeakyReLU; Maas et al., Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope left of zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns how much of what is negative to let through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x ≥ 0, weight · x elsewhere, with one learned weight or one for every channel

The shape stays as it is.

Source: torch.nn.PReLU; He et al., Delving Deep into Rectifiers, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a slope for every channel instead of one; num_parameters then follows from the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope left of zero at the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs smoothly to −alpha on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x where x &gt; 0, alpha · (eˣ − 1) elsewhere

The shape stays as it is.

Source: torch.nn.ELU; Clevert et al., Fast and Accurate Deep Network Learning by ELUs, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minus the value that it runs to on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ELU that keeps mean 0 and variance 1 from layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.0507 · (x where x &gt; 0, 1.6733 · (eˣ − 1) elsewhere)

The shape stays as it is.

Source: torch.nn.SELU; Klambauer et al., Self-Normalizing Neural Networks, 2017; with AlphaDropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs x by how likely a normal number is below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · Φ(x), where Φ is the distribution function of the normal distribution

The shape stays as it is.

Source: torch.nn.GELU; Hendrycks and Gimpel, Gaussian Error Linear Units, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Φ is worked out: exactly, or by ½ · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs x by its sigmoid; also known as Swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · σ(x)

The shape stays as it is.

Source: torch.nn.SiLU; Elfwing et al., 2017; Ramachandran et al., Searching for Activation Functions, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth rectifier that dips a little below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · tanh(ln(1 + eˣ))

The shape stays as it is.

Source: torch.nn.Mish; Misra, Mish, 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU made of straight pieces, for small devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x · min(max(0, x + 3), 6) / 6

The shape stays as it is.

Source: torch.nn.Hardswish; Howard et al., Searching for MobileNetV3, 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sigmoid made of straight pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min(max(0, x + 3), 6) / 6

The shape stays as it is.

Source: torch.nn.Hardsigmoid; Howard et al., Searching for MobileNetV3, 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashes to between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 + e⁻ˣ)

The shape stays as it is.

Source: torch.nn.Sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashes to between −1 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)

The shape stays as it is.

Source: torch.nn.Tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashes to between −amplitude and amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amplitude · tanh(slope · x)

The shape stays as it is.

Source: torch.tanh; LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value; with the defaults ±1 stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth rectifier, always above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ln(1 + exp(beta · x)) / beta, and x itself where beta · x &gt; threshold

The shape stays as it is.

Source: torch.nn.Softplus; Dugas et al., 2000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness of the bend at zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where on it is a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns scores into probabilities that sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(xᵢ) / Σⱼ exp(xⱼ) along one axis.

The shape stays as it is. Leave it out before a cross-entropy loss, which has its own.

Source: torch.nn.Softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis that sums to 1; 0 is the batch, 1 the channels or classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns scores into logarithms of probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xᵢ − ln Σⱼ exp(xⱼ) along one axis.

The shape stays as it is. The negative log-likelihood loss takes it; the cross-entropy loss has its own.

Source: torch.nn.LogSoftmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeroes random elements while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every element is set to zero with probability p and the others are divided by 1 − p. In evaluation nothing happens.

The shape stays as it is.

Source: torch.nn.Dropout; Srivastava et al., Dropout, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that an element is zeroed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite the input to save memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeroes whole channels while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel of C×L is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.

C×L → C×L.

Source: torch.nn.Dropout1d; Tompson et al., Efficient Object Localization Using Convolutional Networks, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a channel is zeroed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeroes whole maps while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel of C×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.

C×H×W → C×H×W.

Source: torch.nn.Dropout2d; Tompson et al., Efficient Object Localization Using Convolutional Networks, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeroes whole volumes while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel of C×D×H×W is set to zero as a whole with probability p, and the others are divided by 1 − p: neighbours in a map say much the same, so that a single missing element would not be missed. In evaluation nothing happens.

C×D×H×W → C×D×H×W.

Source: torch.nn.Dropout3d; Tompson et al., Efficient Object Localization Using Convolutional Networks, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dropout that keeps mean and variance, for SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every element is set to −1.7581, where SELU ends on the left, with probability p; then all are scaled and shifted so that mean 0 and variance 1 stay. In evaluation nothing happens.

The shape stays as it is.

Source: torch.nn.AlphaDropout; Klambauer et al., Self-Normalizing Neural Networks, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In torch too without effect: the layer takes no notice of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skips the branch for random samples while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole value of a sample is set to zero with probability p, and the others are divided by 1 − p. At the end of a residual branch, ahead of its Add, it leaves the shortcut alone for that sample: stochastic depth. In evaluation nothing happens.

The shape stays as it is.

Source: Huang et al., Deep Networks with Stochastic Depth, 2016; by sample as in Larsson et al., FractalNet, 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a sample is zeroed; often growing from block to block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays an image out as one long vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C×H×W → C·H·W. Axis 0 is the batch and stays.

Source: torch.nn.Flatten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First axis to flatten; 0 is the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last axis to flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects every input with every output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = weight · x + bias, over the last axis.

…×in_features → …×out_features. The number of inputs follows from the wire.

Source: torch.nn.Linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learned number to every output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies by learned coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = weight · x + bias, with one coefficient for each channel (the first axis), for each feature (the last axis) or for all.

The shape stays as it is; the coefficients of an image C×H×W are C×1×1.

Source: LayerScale of Touvron et al., Going deeper with Image Transformers, 2021, at the end of a residual branch with a small initial value such as 1e-6; one coefficient that begins at 0 is ReZero of Bachlechner et al., 2020.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has a coefficient of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the coefficients at the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learned number as well, at first 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the branch by small learned coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = coefficient · x, with one coefficient for each channel (the first axis) or for each feature (the last axis): at the end of a residual branch, so that it begins as the shortcut alone. A Scale without a module of its own: the coefficients are a parameter of the block itself, and their key is the name of the node.

The shape stays as it is; the coefficients of an image C×H×W are C×1×1.

Source: Touvron et al., Going deeper with Image Transformers, 2021; as in Liu et al., A ConvNet for the 2020s, 2022.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies by a fixed number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = factor · x. Nothing is learned; Scale has coefficients that are.

The shape stays as it is.

Source: Szegedy et al., Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning, 2016, where factors of 0.1 to 0.3 ahead of the Add keep the training of very wide residual branches steady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every element is multiplied by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures how far the input is from the code of every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yᵢ = Σⱼ (xⱼ − codeᵢⱼ)²: the squared Euclidean distance to a code of +1 and −1 for every output. The smallest output wins, so a cross-entropy loss takes its negative: Factor with −1. The codes are not learned, unless wanted; those of the digits are drawn, so that digits which look alike have codes that are alike.

…×in_features → …×out_features. The number of inputs follows from the wire.

Source: LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998: the output of LeNet-5, on a tanh layer of 84 units, 7×12 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random signs, always the same; pictures of the ten digits for 84 inputs; or random signs as the beginning of what is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks up a learned vector for every whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = weight[x]

L → L×embedding_dim, and … → …×embedding_dim. What comes in are whole numbers from 0 to num_embeddings − 1, such as the indices of words.

Source: torch.nn.Embedding; Bengio et al., A Neural Probabilistic Language Model, 2003.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers there are: the size of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that fills up short sequences: its vector begins as zeros and is not learned; −1 is the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors that are longer are shortened to this length when they are looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent p of the p-norm for max_norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the gradient of a vector by how often its number is in the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells every step of a sequence where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y[t] = x[t] + encoding[t], with encoding[t, 2i] = sin(t / base^(2i/F)) and encoding[t, 2i + 1] = cos(t / base^(2i/F)), or with a learned vector for every step. Attention by itself does not see the order.

L×F → L×F; the encoding is as long as the sequence on the wire.

Source: Vaswani et al., Attention Is All You Need, 2017; learned as in Devlin et al., BERT, 2018.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sines and cosines of the position, or a learned vector for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slowest sine takes 2π · base steps; of no effect where the encoding is learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with a memory that it can keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>i, f, o = σ(W·[x, h] + b) for input, forget and output gate, g = tanh(W·[x, h] + b); then c ← f · c + i · g and h ← o · tanh(c).

L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions. proj_size takes the place of hidden_size in what is handed on.

The multiply-adds are the matrix products of all steps.

Source: torch.nn.LSTM; Hochreiter and Schmidhuber, Long Short-Term Memory, 1997.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers one on top of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add learned numbers to every gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that an element is zeroed between two layers, in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the sequence backwards too, and lay both results side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the hidden units on through a smaller matrix; 0 for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden state after every step, or after the last (of the backward direction that is the first) only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a sequence step by step, with fewer gates than an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r, z = σ(W·[x, h] + b) for reset and update gate, n = tanh(W·x + b + r · (W·h + b)); then h ← (1 − z) · n + z · h.

L×F → L×hidden_size, or hidden_size for the last step; twice that for both directions.

The multiply-adds are the matrix products of all steps.

Source: torch.nn.GRU; Cho et al., Learning Phrase Representations using RNN Encoder-Decoder, 2014.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets every step of a sequence look at the steps of another, or of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax(q · kᵀ / √d) · v in every head, where q, k and v are linear in query, key and value and d = F / num_heads; a linear layer joins the heads. Self-attention has one sequence at all three inputs.

L×F, S×kdim, S×vdim → L×F; the widths follow from the wires.

The multiply-adds are those of the projections and of both matrix products.

Source: torch.nn.MultiheadAttention; Vaswani et al., Attention Is All You Need, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of heads; it divides the features of the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a weight is zeroed, in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add learned numbers in every projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learned step to keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step of zeros to keys and values, so that a step can look at nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the same numbers another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The elements keep their order, the last axis running fastest; only the sizes change. One size may be -1 and is then worked out. The batch stays.

C×H×W → the shape, of the same number of elements.

Source: torch.reshape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the output without the batch; one may be -1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits one axis into several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reverse of Flatten: axis dim becomes axes of the given sizes, of which one may be -1.

512 → 32×4×4 with dim = 1 and the sizes (32, 4, 4).

Source: torch.nn.Unflatten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis to split; 0 is the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the axes that it becomes; one may be -1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the axes in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis k of the output is axis dims[k] of the input, counted from 1; the batch, axis 0, stays.

C×H×W → H×W×C with dims = (2, 3, 1).

Source: torch.permute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axes in their new order, from 1, each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deals the channels of all groups out in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels stand as groups × C/groups; the two are exchanged, so that the groups of the next grouped convolution each see channels of all groups.

The shape stays as it is.

Source: torch.nn.ChannelShuffle; Zhang et al., ShuffleNet, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of groups, which divides the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a range of one axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x[start:stop:step] along axis dim. Negative numbers count from the end, and without a stop the range goes to the end, as in Python.

n → ⌈(stop − start) / step⌉ along that axis.

Source: torch.Tensor indexing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis to cut; 0 is the batch, 1 the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First place that is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First place behind the range; none goes to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one place that is kept to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts one axis into parts of given sizes, one output each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(s₁ + s₂ + …)×H×W → s₁×H×W, s₂×H×W, … along the channels, or another axis.

Source: torch.split; the dual paths of Chen et al., 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the parts, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts one axis into equal parts, one output each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n → parts of ⌈n / chunks⌉, the last of what is left. Where so many parts do not come out, as of 5 in 4, it is refused.

Source: torch.chunk; the channel split of Ma et al., ShuffleNet V2, 2018.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts cells away at each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amounts stand in the order of Pad: left and right of the last axis, then top and bottom of the one before, then front and back.

C×H×W → C×(H − top − bottom)×(W − left − right).

Source: torch.Tensor indexing; the crops of U-Net, Ronneberger et al., 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, right, top, bottom, front, back; two for each axis, from the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts the middle out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the middle of the last axes; where an odd number goes, the end loses one more.

C×H×W → C×height×width for the size (height, width).

Source: torch.narrow; the crops of U-Net, Ronneberger et al., 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of the last axes, such as (height, width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds cells at each side: a constant, a mirror image, the edge, or the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two amounts for each axis, from the last: left and right, then top and bottom, then front and back. The mode says what the new cells hold: a constant; the mirror image without the edge itself (reflect); the edge (replicate); the other side (circular).

C×H×W → C×(H + top + bottom)×(W + left + right).

Source: torch.nn.ConstantPad2d, ReflectionPad2d, ReplicationPad2d, CircularPad2d, and their kin for one and three axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number in them, in the mode constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shortcut without weights: subsamples, and appends channels of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps every stride-th row and column, as a 1x1 convolution of that stride would, and appends channels of zeros up to out_channels.

C×H×W → out_channels×⌈H / stride⌉×⌈W / stride⌉.

Source: option A of He et al., Deep Residual Learning, 2015, for shortcuts over which the shape changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of output maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one row or column that is kept to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums its branches, element by element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = x₁ + x₂ + …

All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).

The sum of a branch and its own input is a residual connection.

Source: He et al., Deep Residual Learning, 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes one branch from the other, element by element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = left − right.

All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).

Source: torch.sub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies its branches, element by element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = x₁ · x₂ · …

All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).

C×H×W and C×1×1 make a gate for each channel, C×H×W and 1×H×W one for each place.

Source: torch.mul; Hu et al., Squeeze-and-Excitation Networks, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest of its branches, element by element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = max(x₁, x₂, …).

All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).

Source: torch.maximum; Goodfellow et al., Maxout Networks, 2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of its branches, element by element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x₁ + … + xₙ) / n.

All branches have the same shape, or the size 1 along an axis on which they are then repeated (broadcasting).

Source: torch.add and torch.div.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lays its branches one behind the other, in the order of the wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C₁×H×W, C₂×H×W, … → (C₁ + C₂ + …)×H×W.

Source: torch.cat; the Inception module of Szegedy et al., 2014; dense connections of Huang et al., 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis along which the branches are laid; 0 is the batch, 1 the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies two matrices, or stacks of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = left · right, over the last two axes.

…×n×m and …×m×k → …×n×k. The axes before the last two agree, or have the size 1 and are repeated.

Source: torch.matmul; Vaswani et al., Attention Is All You Need, 2017.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes its input on unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = x. The shape stays as it is.

Source: torch.nn.Identity.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
