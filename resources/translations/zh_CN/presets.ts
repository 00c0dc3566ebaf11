<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>LeNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions and three linear layers: reads handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the images: 1 grey, 3 RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros around the image; 2 makes 32 px of MNIST's 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper has Tanh; ReLU learns faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper takes means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the table of connections, pooling that learns, and bitmaps of the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper, trained without distortions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distances of the paper, the smallest of which wins, or their negative as scores, which a cross-entropy loss takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five convolutions, in two halves as on two GPUs, and three linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper, one network, mean of ten crops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves of the second, fourth and fifth convolution: 2 in the paper, 1 is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tower, without normalisation: the form that is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision's weights, one crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undivided and without normalisation, for small grey images made larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AlexNet with smaller windows and steps at its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise behind every convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>13 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built of VGG blocks, for small grey images made larger; as narrow as wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the numbers of maps; 0.25 trains in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network in Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions of 1×1 behind each larger one, and a mean of one map for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three Inception modules of four branches, for small images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine Inception modules, and two auxiliary classifiers on the way, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one network, centre crop; BVLC, bvlc_googlenet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two more classifiers halfway, for training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine Inception modules for small grey images, as in Dive into Deep Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine Inception modules of 3×3 windows, and two auxiliary classifiers on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one crop; torchvision, IMAGENET1K_V1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eleven modules of five kinds, with windows taken apart into rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second classifier, for training only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourteen modules of three kinds, and reductions between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one crop; table 2 of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a feature is zeroed ahead of the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forty residual blocks of three kinds, whose branches look near and far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourteen blocks of separable convolutions, nearly all with a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one crop; table 1 of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight residual blocks in four stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one crop, weights of torchvision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the first stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 residual blocks in four stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bottleneck blocks in four stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the 3×3 convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of a group in the first stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The convolution that halves the size: the first 1x1 in the paper, the 3x3 since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>33 bottleneck blocks in four stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 bottleneck blocks in four stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bottleneck blocks whose 3×3 convolutions are twice as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>33 bottleneck blocks whose 3×3 convolutions are twice as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bottleneck blocks with 3×3 convolutions in 32 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>33 bottleneck blocks with 3×3 convolutions in 32 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet for CIFAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, Table 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the shape changes: options A and B of the paper, or no shortcuts at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>21 residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>27 residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>54 residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>600 residual blocks in three stages, with shortcuts without weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 20 layers of ResNet-20 without its shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 32 layers of ResNet-32 without its shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 44 layers of ResNet-44 without its shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 56 layers of ResNet-56 without its shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 110 layers of ResNet-110 without its shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine blocks that begin with normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>27 blocks that begin with normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>54 blocks that begin with normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, median of five runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>54 bottleneck blocks that begin with normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>333 bottleneck blocks that begin with normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DenseNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 24, 16 layers, for ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps that every layer adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 36, 24 layers, for ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 32, 32 layers, for ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 48, 32 layers, for ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three dense blocks in which every layer sees all layers before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, Table 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers with weights: 40 or 100 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.2 in the paper where images are not augmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three dense blocks of bottleneck layers, with half of the maps behind each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers with weights: 100, 190 or 250 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight residual blocks for grey images, with biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four dense blocks of four layers for grey images, with biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SqueezeNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight fire modules, with poolings as late as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poolings earlier: less than half the multiplications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirteen depthwise-separable convolutions: an eighth of the multiplications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper, Table 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the maps of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a feature is zeroed ahead of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seventeen inverted residuals: shortcuts between narrow ends, wide in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifteen inverted residuals found by a search on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eleven inverted residuals, for the smallest devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ShuffleNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen units that work on half of the maps, with a shuffle behind each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the network, by the paper's table of maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MnasNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen inverted residuals in six stacks, searched for by the time on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen inverted residuals with squeeze-and-excitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the blocks of every stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that the last block is left out for a sample in training; the first never is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B0 a tenth deeper, on larger images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forty blocks, of which the first ten have full convolutions, to train faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RegNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twenty-two residual bottlenecks with grouped convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the first block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps that each block has more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of the maps of two stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of each group of the 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps in between of squeeze-and-excitation, as a share of those that enter the block; 0: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen residual bottlenecks with squeeze-and-excitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourteen residual bottlenecks with squeeze-and-excitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ConvNeXt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eighteen blocks of 7×7 depthwise filters; 96 maps at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirty-six blocks; 96 maps at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirty-six blocks; 128 maps at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four levels down and four up, with what was seen on the way down carried across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the upper level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that an element is zeroed at the end of the way down; the paper has dropout there, and does not say how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With padding and normalisation, as today: multiples of 16 px keep their size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four branches side by side, with the numbers of the first module of GoogLeNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of classes, for a linear layer behind the mean of the maps; 0 is the module alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the 1×1 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps ahead of the 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps ahead of the 5×5 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the 5×5 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps behind the pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions on 128 maps, with an identity or a linear shortcut around them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of both convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input itself, or a 1×1 convolution of it, which other numbers of maps need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise behind every 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six depthwise separable convolutions and two dense layers, for 64×64×3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm after a convolution, over every map, and after a dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of the convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the dense layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper has it before, some textbooks after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vertical and a horizontal line as filters, over two photographs: no training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution, batch normalisation and ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of the window, odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolutions one behind the other, and a pooling that halves the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions one behind the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights begin; empty means torch's own way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A convolution and two of 1×1: at every place a network of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added on every side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter of its own for every map, then a 1×1 convolution that mixes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters for each input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a learned number; needless before normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions and a shortcut around them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the first window; 2 halves the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 3×3 convolution between two 1×1, and a shortcut around them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions and a shortcut: the input, with zeros, or projected to fewer maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residual block with normalisation and ReLU ahead of each convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residual block of three convolutions, with normalisation and ReLU ahead of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, through windows of 1, 3 and 5 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the 5×5 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5×5 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 projection after the pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, with normalisation for deep networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, on fine maps of about 35 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolution after the pooling; 32 or 64 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 and 5×5 convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, one behind the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves the size by convolutions and a pooling side by side, so that little is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the two 3×3 convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, the second of stride 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees 7×7 and further for little, through rows and columns, on maps of 12 to 20 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns; 128 to 192 in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of every branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves the size as B does, and on one branch sees 7×7 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reductions, and the branch of rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forks into rows and columns side by side, for many features on small maps of about 8 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each half of the two branches that fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction of the longer of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolution after the pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees 1, 3 and 5 px far with as many maps each: for fine maps of about 35 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reductions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees 7 and 13 px far through rows and columns: for maps of about 17 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the two branches of rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column ahead of the longer fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row ahead of the longer fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction: k in table 1 of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolution behind it: l of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2 behind that: m of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2 on a branch of its own: n of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves the size as ReductionA does, and on one branch sees 7×7 before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch of one 3×3 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction of the branch of rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of that branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what windows of 1, 3 and 5 px see to its input: for fine maps of about 35 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 and 3×3 branches, and the reductions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First of two 3×3 convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what is added; 0.1 to 0.3 keeps the training steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what 7×7 sees, through a row and a column: for maps of about 17 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of both branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what 3×3 sees, through a row and a column: for small maps of about 8 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 branch, and the reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End in a ReLU; the last of a network does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves the size by three branches and a pooling side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first 3×3 branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second, and the first window of the third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separable convolutions with a shortcut: halves the size and widens for few weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps between the two convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the pooling; 2 halves the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separable convolutions with a shortcut, to go deep where the shape stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its new maps to all the maps before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its new maps to all the maps before it, by way of a 1×1 convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of which every one sees the maps of all before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the maps and halves their size, between two dense blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times fewer maps leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes the maps with 1×1, and expands them with 1×1 and 3×3 side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of each branch; twice as many leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs every map by what all maps hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times fewer maps in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter of its own for every map, then a 1×1 convolution, each with BatchNorm and ReLU6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widens the maps, filters each by itself, and narrows them without an activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times more maps in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear bottleneck, and a shortcut between its narrow ends where the shape is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the maps pass through three convolutions; then both halves are mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inverted residual with squeeze-and-excitation, and a shortcut where the shape is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that the shortcut stands alone for a sample in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inverted residual with one full convolution, and a shortcut where the shape is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-attention, then two linear layers at every step, each with a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at every step, in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads, which divide the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in between, usually four times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residual block with grouped convolutions and squeeze-and-excitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residual block on the model of the transformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, as at every level of a U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 keeps the size, 0 cuts 1 px from each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pooling that halves the size, and two convolutions: one level down in a U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles the size, joins what comes across, and convolves: one level up in a U-Net</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
