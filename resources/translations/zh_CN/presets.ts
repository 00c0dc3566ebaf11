<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>Two convolutions and three linear layers: reads handwritten digits</source>
        <translation>两个卷积层和三个线性层：识别手写数字</translation>
    </message>
    <message>
        <source>Height and width of the images</source>
        <translation>图像的高和宽</translation>
    </message>
    <message>
        <source>Channels of the images: 1 grey, 3 RGB</source>
        <translation>图像的通道数：1 为灰度，3 为 RGB</translation>
    </message>
    <message>
        <source>Zeros around the image; 2 makes 32 px of MNIST's 28</source>
        <translation>图像四周补的零；2 使 MNIST 的 28 像素变成 32</translation>
    </message>
    <message>
        <source>The paper has Tanh; ReLU learns faster</source>
        <translation>论文用 Tanh;ReLU 学得更快</translation>
    </message>
    <message>
        <source>The paper takes means</source>
        <translation>论文取平均值</translation>
    </message>
    <message>
        <source>With the table of connections, pooling that learns, and bitmaps of the digits</source>
        <translation>带连接表、可学习的池化和数字图样</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>the paper, trained without distortions</source>
        <translation>论文，不用变形数据训练</translation>
    </message>
    <message>
        <source>The distances of the paper, the smallest of which wins, or their negative as scores, which a cross-entropy loss takes</source>
        <translation>论文中的距离（最小者获胜），或其相反数作为分数供交叉熵损失使用</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Sixteen convolutions, each of the maps that Table I gives it</source>
        <translation>十六个卷积，各用表 I 给出的特征图数</translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation>AlexNet</translation>
    </message>
    <message>
        <source>Five convolutions, in two halves as on two GPUs, and three linear layers</source>
        <translation>五个卷积层（像在两块 GPU 上那样分成两半）和三个线性层</translation>
    </message>
    <message>
        <source>ImageNet</source>
        <translation>ImageNet</translation>
    </message>
    <message>
        <source>the paper, one network, mean of ten crops</source>
        <translation>论文，单个网络，十个裁剪的平均</translation>
    </message>
    <message>
        <source>Halves of the second, fourth and fifth convolution: 2 in the paper, 1 is whole</source>
        <translation>第二、四、五个卷积分成几半：论文为 2,1 为不分</translation>
    </message>
    <message>
        <source>One tower, without normalisation: the form that is in use</source>
        <translation>单塔，不用归一化：如今使用的形式</translation>
    </message>
    <message>
        <source>torchvision's weights, one crop</source>
        <translation>torchvision 的权重，单个裁剪</translation>
    </message>
    <message>
        <source>Five convolutions, with pooling behind three of them</source>
        <translation>五个卷积，其中三个之后有池化</translation>
    </message>
    <message>
        <source>Two linear layers of 4,096 units with dropout ahead of each, and the scores</source>
        <translation>两个 4,096 单元的线性层，各自之前有 dropout，然后是得分</translation>
    </message>
    <message>
        <source>Undivided and without normalisation, for small grey images made larger</source>
        <translation>不分半、不归一化，用于放大的小灰度图像</translation>
    </message>
    <message>
        <source>AlexNet with smaller windows and steps at its beginning</source>
        <translation>开头用更小窗口和步幅的 AlexNet</translation>
    </message>
    <message>
        <source>VGG</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>8 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation>五个阶段共 8 个 3×3 卷积，和三个线性层</translation>
    </message>
    <message>
        <source>Normalise behind every convolution</source>
        <translation>每个卷积之后都归一化</translation>
    </message>
    <message>
        <source>Five stages of 3×3 convolutions, each ending in a pooling</source>
        <translation>五个阶段的 3×3 卷积，各以池化结束</translation>
    </message>
    <message>
        <source>Two linear layers of 4,096 units with dropout behind each, and the scores</source>
        <translation>两个 4,096 单元的线性层，各自之后有 dropout，然后是得分</translation>
    </message>
    <message>
        <source>10 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation>五个阶段共 10 个 3×3 卷积，和三个线性层</translation>
    </message>
    <message>
        <source>13 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation>五个阶段共 13 个 3×3 卷积，和三个线性层</translation>
    </message>
    <message>
        <source>16 convolutions of 3×3 in five stages, and three linear layers</source>
        <translation>五个阶段共 16 个 3×3 卷积，和三个线性层</translation>
    </message>
    <message>
        <source>Built of VGG blocks, for small grey images made larger; as narrow as wanted</source>
        <translation>由 VGG 块组成，用于放大的小灰度图像；可任意变窄</translation>
    </message>
    <message>
        <source>Factor of the numbers of maps; 0.25 trains in minutes</source>
        <translation>特征图数的系数；0.25 几分钟即可训练</translation>
    </message>
    <message>
        <source>A 3×3 convolution that keeps the size, and ReLU</source>
        <translation>保持尺寸的 3×3 卷积和 ReLU</translation>
    </message>
    <message>
        <source>How the weights begin; empty means torch's own way</source>
        <translation>权重的初始值；留空为 torch 自己的方式</translation>
    </message>
    <message>
        <source>3×3 convolutions one behind the other, and a pooling that halves the size</source>
        <translation>若干个相继的 3×3 卷积，和一个使尺寸减半的池化</translation>
    </message>
    <message>
        <source>Convolutions one behind the other</source>
        <translation>相继的卷积个数</translation>
    </message>
    <message>
        <source>Network in Network</source>
        <translation>Network in Network</translation>
    </message>
    <message>
        <source>Convolutions of 1×1 behind each larger one, and a mean of one map for each class</source>
        <translation>每个较大的卷积之后接 1×1 卷积，每个类别取一个特征图的平均</translation>
    </message>
    <message>
        <source>A convolution and two of 1×1: at every place a network of its own</source>
        <translation>一个卷积和两个 1×1 卷积：每个位置都有自己的小网络</translation>
    </message>
    <message>
        <source>Zeros added on every side</source>
        <translation>每一边补的零</translation>
    </message>
    <message>
        <source>Inception</source>
        <translation>Inception</translation>
    </message>
    <message>
        <source>Three Inception modules of four branches, for small images</source>
        <translation>三个四分支的 Inception 模块，用于小图像</translation>
    </message>
    <message>
        <source>A convolution and its activation</source>
        <translation>卷积及其激活</translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, through windows of 1, 3 and 5 px</source>
        <translation>用 1、3 和 5 像素的窗口同时寻找大小不同的图样</translation>
    </message>
    <message>
        <source>1×1 convolution</source>
        <translation>1×1 卷积</translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the 3×3 convolution</source>
        <translation>3×3 卷积之前的 1×1 降维</translation>
    </message>
    <message>
        <source>3×3 convolution</source>
        <translation>3×3 卷积</translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the 5×5 convolution</source>
        <translation>5×5 卷积之前的 1×1 降维</translation>
    </message>
    <message>
        <source>5×5 convolution</source>
        <translation>5×5 卷积</translation>
    </message>
    <message>
        <source>1×1 projection after the pooling</source>
        <translation>池化之后的 1×1 投影</translation>
    </message>
    <message>
        <source>Nine Inception modules, and two auxiliary classifiers on the way, as published</source>
        <translation>九个 Inception 模块，途中两个辅助分类器，与发表时一致</translation>
    </message>
    <message>
        <source>one network, centre crop; BVLC, bvlc_googlenet</source>
        <translation>单个网络，中心裁剪；BVLC,bvlc_googlenet</translation>
    </message>
    <message>
        <source>Two more classifiers halfway, for training only</source>
        <translation>中途再加两个分类器，仅用于训练</translation>
    </message>
    <message>
        <source>A small classifier halfway, that gives the early layers a gradient of their own</source>
        <translation>中途的小分类器，给前面的层自己的梯度</translation>
    </message>
    <message>
        <source>Height and width of the pooling</source>
        <translation>池化的高和宽</translation>
    </message>
    <message>
        <source>Nine Inception modules for small grey images, as in Dive into Deep Learning</source>
        <translation>九个 Inception 模块，用于小灰度图像，同《动手学深度学习》</translation>
    </message>
    <message>
        <source>Nine Inception modules of 3×3 windows, and two auxiliary classifiers on the way</source>
        <translation>九个 3×3 窗口的 Inception 模块，途中两个辅助分类器</translation>
    </message>
    <message>
        <source>one crop; torchvision, IMAGENET1K_V1</source>
        <translation>单个裁剪；torchvision,IMAGENET1K_V1</translation>
    </message>
    <message>
        <source>A convolution, batch normalisation and ReLU: the unit of every Inception network</source>
        <translation>卷积、批归一化和 ReLU：所有 Inception 网络的基本单元</translation>
    </message>
    <message>
        <source>Zeros on every side</source>
        <translation>每一边的零</translation>
    </message>
    <message>
        <source>A 1×1 convolution that makes the larger one behind it cheap</source>
        <translation>1×1 卷积，使其后较大的卷积开销变小</translation>
    </message>
    <message>
        <source>1×1 reduction</source>
        <translation>1×1 降维</translation>
    </message>
    <message>
        <source>Convolution behind it</source>
        <translation>其后的卷积</translation>
    </message>
    <message>
        <source>Height and width of its window</source>
        <translation>其窗口的高和宽</translation>
    </message>
    <message>
        <source>Step of the last window; 2 halves the size</source>
        <translation>最后一个窗口的步幅；2 使尺寸减半</translation>
    </message>
    <message>
        <source>Zeros around the last window's input</source>
        <translation>最后一个窗口的输入四周的零</translation>
    </message>
    <message>
        <source>The maximum of the neighbourhood, and a 1×1 convolution that narrows it</source>
        <translation>邻域的最大值，和使其变窄的 1×1 卷积</translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, with normalisation for deep networks</source>
        <translation>同时寻找大小不同的图样，带归一化，用于深层网络</translation>
    </message>
    <message>
        <source>Eleven modules of five kinds, with windows taken apart into rows and columns</source>
        <translation>五种共十一个模块，窗口拆成行和列</translation>
    </message>
    <message>
        <source>A second classifier, for training only</source>
        <translation>第二个分类器，仅用于训练</translation>
    </message>
    <message>
        <source>Looks for small and large patterns at once, on fine maps of about 35 px</source>
        <translation>同时寻找大小不同的图样，用于约 35 像素的细特征图</translation>
    </message>
    <message>
        <source>1×1 convolution after the pooling; 32 or 64 in the paper</source>
        <translation>池化之后的 1×1 卷积；论文为 32 或 64</translation>
    </message>
    <message>
        <source>1×1 and 5×5 convolutions</source>
        <translation>1×1 和 5×5 卷积</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, one behind the other</source>
        <translation>两个相继的 3×3 卷积</translation>
    </message>
    <message>
        <source>Halves the size by convolutions and a pooling side by side, so that little is lost</source>
        <translation>用并排的卷积和池化使尺寸减半，损失很少</translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2</source>
        <translation>步幅为 2 的 3×3 卷积</translation>
    </message>
    <message>
        <source>1×1 reduction ahead of the two 3×3 convolutions</source>
        <translation>两个 3×3 卷积之前的 1×1 降维</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, the second of stride 2</source>
        <translation>两个 3×3 卷积，第二个步幅为 2</translation>
    </message>
    <message>
        <source>Sees 7×7 and further for little, through rows and columns, on maps of 12 to 20 px</source>
        <translation>通过行和列以很小代价看到 7×7 及更远，用于 12 到 20 像素的特征图</translation>
    </message>
    <message>
        <source>Rows and columns; 128 to 192 in the paper</source>
        <translation>行和列；论文为 128 到 192</translation>
    </message>
    <message>
        <source>Output of every branch</source>
        <translation>每个分支的输出</translation>
    </message>
    <message>
        <source>Halves the size as B does, and on one branch sees 7×7 before</source>
        <translation>像 B 那样使尺寸减半，且一个分支在此之前看到 7×7</translation>
    </message>
    <message>
        <source>1×1 reductions, and the branch of rows and columns</source>
        <translation>1×1 降维，以及行列分支</translation>
    </message>
    <message>
        <source>Forks into rows and columns side by side, for many features on small maps of about 8 px</source>
        <translation>并排分叉为行和列，在约 8 像素的小特征图上得到许多特征</translation>
    </message>
    <message>
        <source>Each half of the two branches that fork</source>
        <translation>两个分叉分支各自的一半</translation>
    </message>
    <message>
        <source>1×1 reduction of the longer of these</source>
        <translation>其中较长者的 1×1 降维</translation>
    </message>
    <message>
        <source>1×1 convolution after the pooling</source>
        <translation>池化之后的 1×1 卷积</translation>
    </message>
    <message>
        <source>A second classifier on the way, that regularises the first</source>
        <translation>中途的第二个分类器，对前一个起正则化作用</translation>
    </message>
    <message>
        <source>Height and width of the convolution</source>
        <translation>卷积的高和宽</translation>
    </message>
    <message>
        <source>Fourteen modules of three kinds, and reductions between them</source>
        <translation>三种共十四个模块，其间有缩减</translation>
    </message>
    <message>
        <source>one crop; table 2 of the paper</source>
        <translation>单个裁剪；论文表 2</translation>
    </message>
    <message>
        <source>Probability that a feature is zeroed ahead of the last layer</source>
        <translation>最后一层之前特征被置零的概率</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions see as far as one 5×5, with fewer weights</source>
        <translation>两个 3×3 卷积与一个 5×5 看得一样远，而权重更少</translation>
    </message>
    <message>
        <source>First 3×3 convolution</source>
        <translation>第一个 3×3 卷积</translation>
    </message>
    <message>
        <source>Second 3×3 convolution</source>
        <translation>第二个 3×3 卷积</translation>
    </message>
    <message>
        <source>A row and a column in the place of a square window: as far a view for 2/n of the cost</source>
        <translation>以一行一列代替方形窗口：视野一样远，开销只有 2/n</translation>
    </message>
    <message>
        <source>1×n convolution</source>
        <translation>1×n 卷积</translation>
    </message>
    <message>
        <source>n×1 convolution</source>
        <translation>n×1 卷积</translation>
    </message>
    <message>
        <source>Length of the windows, odd</source>
        <translation>窗口的长度，奇数</translation>
    </message>
    <message>
        <source>A row, a column, and a 3×3 convolution without padding</source>
        <translation>一行、一列，和不填充的 3×3 卷积</translation>
    </message>
    <message>
        <source>1×1 reduction, and the row</source>
        <translation>1×1 降维，以及行</translation>
    </message>
    <message>
        <source>The column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Two windows of 7×7, one behind the other, as columns and rows</source>
        <translation>两个相继的 7×7 窗口，拆成列和行</translation>
    </message>
    <message>
        <source>1×1 reduction, and the first column</source>
        <translation>1×1 降维，以及第一列</translation>
    </message>
    <message>
        <source>The first row and the second column</source>
        <translation>第一行和第二列</translation>
    </message>
    <message>
        <source>The second row</source>
        <translation>第二行</translation>
    </message>
    <message>
        <source>The mean of the neighbourhood, and a 1×1 convolution that narrows it</source>
        <translation>邻域的平均值，和使其变窄的 1×1 卷积</translation>
    </message>
    <message>
        <source>Halves the size in two ways</source>
        <translation>以两种方式使尺寸减半</translation>
    </message>
    <message>
        <source>Sees near on one branch and far on the other</source>
        <translation>一个分支看近处，另一个看远处</translation>
    </message>
    <message>
        <source>1×1 reductions</source>
        <translation>1×1 降维</translation>
    </message>
    <message>
        <source>Output of both branches</source>
        <translation>两个分支的输出</translation>
    </message>
    <message>
        <source>Sees 1, 3 and 5 px far with as many maps each: for fine maps of about 35 px</source>
        <translation>以同样多的特征图看 1、3 和 5 像素远：用于约 35 像素的细特征图</translation>
    </message>
    <message>
        <source>1×1 reduction: k in table 1 of the paper</source>
        <translation>1×1 降维：论文表 1 中的 k</translation>
    </message>
    <message>
        <source>3×3 convolution behind it: l of the paper</source>
        <translation>其后的 3×3 卷积：论文的 l</translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2 behind that: m of the paper</source>
        <translation>再后步幅为 2 的 3×3 卷积：论文的 m</translation>
    </message>
    <message>
        <source>3×3 convolution of stride 2 on a branch of its own: n of the paper</source>
        <translation>单独分支上步幅为 2 的 3×3 卷积：论文的 n</translation>
    </message>
    <message>
        <source>Sees 7 and 13 px far through rows and columns: for maps of about 17 px</source>
        <translation>通过行和列看 7 和 13 像素远：用于约 17 像素的特征图</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>行和列</translation>
    </message>
    <message>
        <source>Output of the two branches of rows and columns</source>
        <translation>两个行列分支的输出</translation>
    </message>
    <message>
        <source>Halves the size as ReductionA does, and on one branch sees 7×7 before</source>
        <translation>像 ReductionA 那样使尺寸减半，且一个分支在此之前看到 7×7</translation>
    </message>
    <message>
        <source>The branch of one 3×3 convolution</source>
        <translation>只有一个 3×3 卷积的分支</translation>
    </message>
    <message>
        <source>1×1 reduction of the branch of rows and columns</source>
        <translation>行列分支的 1×1 降维</translation>
    </message>
    <message>
        <source>Output of that branch</source>
        <translation>该分支的输出</translation>
    </message>
    <message>
        <source>Every output</source>
        <translation>每个输出</translation>
    </message>
    <message>
        <source>The column ahead of the longer fork</source>
        <translation>较长分叉之前的列</translation>
    </message>
    <message>
        <source>The row ahead of the longer fork</source>
        <translation>较长分叉之前的行</translation>
    </message>
    <message>
        <source>The stem, four modules A, seven B and three C</source>
        <translation>主干、四个 A 模块、七个 B 和三个 C</translation>
    </message>
    <message>
        <source>Forty residual blocks of three kinds, whose branches look near and far</source>
        <translation>三种共四十个残差块，分支兼顾近处和远处</translation>
    </message>
    <message>
        <source>Sees 1 and twice 5 px far, the second time through two small windows</source>
        <translation>看 1 像素和两次 5 像素远，第二次经过两个小窗口</translation>
    </message>
    <message>
        <source>Adds what windows of 1, 3 and 5 px see to its input: for fine maps of about 35 px</source>
        <translation>把 1、3 和 5 像素窗口所见加到输入上：用于约 35 像素的细特征图</translation>
    </message>
    <message>
        <source>1×1 and 3×3 branches, and the reductions</source>
        <translation>1×1 和 3×3 分支，以及降维</translation>
    </message>
    <message>
        <source>First of two 3×3 convolutions</source>
        <translation>两个 3×3 卷积中的第一个</translation>
    </message>
    <message>
        <source>Second of them</source>
        <translation>其中的第二个</translation>
    </message>
    <message>
        <source>Of what is added; 0.1 to 0.3 keeps the training steady</source>
        <translation>所加部分的系数；0.1 到 0.3 使训练稳定</translation>
    </message>
    <message>
        <source>Adds what 7×7 sees, through a row and a column: for maps of about 17 px</source>
        <translation>通过一行一列加上 7×7 所见：用于约 17 像素的特征图</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Halves the size by three branches and a pooling side by side</source>
        <translation>用三个分支和一个并排的池化使尺寸减半</translation>
    </message>
    <message>
        <source>The first 3×3 branch</source>
        <translation>第一个 3×3 分支</translation>
    </message>
    <message>
        <source>The second, and the first window of the third</source>
        <translation>第二个，以及第三个的第一个窗口</translation>
    </message>
    <message>
        <source>Output of the third</source>
        <translation>第三个的输出</translation>
    </message>
    <message>
        <source>Adds what 3×3 sees, through a row and a column: for small maps of about 8 px</source>
        <translation>通过一行一列加上 3×3 所见：用于约 8 像素的小特征图</translation>
    </message>
    <message>
        <source>1×1 branch, and the reduction</source>
        <translation>1×1 分支，以及降维</translation>
    </message>
    <message>
        <source>End in a ReLU; the last of a network does not</source>
        <translation>以 ReLU 结尾；网络的最后一个没有</translation>
    </message>
    <message>
        <source>Fourteen blocks of separable convolutions, nearly all with a shortcut</source>
        <translation>十四个可分离卷积块，几乎都有捷径</translation>
    </message>
    <message>
        <source>one crop; table 1 of the paper</source>
        <translation>单个裁剪；论文表 1</translation>
    </message>
    <message>
        <source>A filter of its own for every map, then a 1×1 convolution that mixes them</source>
        <translation>每个特征图各有自己的卷积核，再由 1×1 卷积混合</translation>
    </message>
    <message>
        <source>Height and width of the window, odd</source>
        <translation>窗口的高和宽，奇数</translation>
    </message>
    <message>
        <source>Filters for each input map</source>
        <translation>每个输入特征图的卷积核个数</translation>
    </message>
    <message>
        <source>Add a learned number; needless before normalisation</source>
        <translation>加一个可学习的数；后接归一化时不需要</translation>
    </message>
    <message>
        <source>Two separable convolutions and a max pooling</source>
        <translation>两个可分离卷积和一个最大池化</translation>
    </message>
    <message>
        <source>Step of the pooling; 2 halves the size</source>
        <translation>池化的步幅；2 使尺寸减半</translation>
    </message>
    <message>
        <source>The first block: there is a ReLU ahead of it already</source>
        <translation>第一个模块：它之前已有 ReLU</translation>
    </message>
    <message>
        <source>Two separable convolutions, each behind a ReLU, and a max pooling</source>
        <translation>两个可分离卷积，各在 ReLU 之后，和一个最大池化</translation>
    </message>
    <message>
        <source>Maps between the two convolutions</source>
        <translation>两个卷积之间的特征图数</translation>
    </message>
    <message>
        <source>Separable convolutions with a shortcut: halves the size and widens for few weights</source>
        <translation>带捷径的可分离卷积：使尺寸减半并加宽，所用权重很少</translation>
    </message>
    <message>
        <source>Three separable convolutions, each behind a ReLU</source>
        <translation>三个可分离卷积，各在 ReLU 之后</translation>
    </message>
    <message>
        <source>Separable convolutions with a shortcut, to go deep where the shape stays</source>
        <translation>带捷径的可分离卷积，形状不变时用来加深</translation>
    </message>
    <message>
        <source>ResNet</source>
        <translation>ResNet</translation>
    </message>
    <message>
        <source>Eight residual blocks in four stages</source>
        <translation>四个阶段共八个残差块</translation>
    </message>
    <message>
        <source>one crop, weights of torchvision</source>
        <translation>单个裁剪，torchvision 的权重</translation>
    </message>
    <message>
        <source>Maps of the first stage</source>
        <translation>第一阶段的特征图数</translation>
    </message>
    <message>
        <source>Projects a shortcut to the block's new shape</source>
        <translation>把捷径投影到模块的新形状</translation>
    </message>
    <message>
        <source>Step of the first window; 2 halves the size</source>
        <translation>第一个窗口的步幅；2 使尺寸减半</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions and a shortcut around them</source>
        <translation>两个 3×3 卷积和绕过它们的捷径</translation>
    </message>
    <message>
        <source>16 residual blocks in four stages</source>
        <translation>四个阶段共 16 个残差块</translation>
    </message>
    <message>
        <source>16 bottleneck blocks in four stages</source>
        <translation>四个阶段共 16 个瓶颈块</translation>
    </message>
    <message>
        <source>Groups of the 3×3 convolutions</source>
        <translation>3×3 卷积的组数</translation>
    </message>
    <message>
        <source>Maps of a group in the first stage</source>
        <translation>第一阶段每组的特征图数</translation>
    </message>
    <message>
        <source>The convolution that halves the size: the first 1x1 in the paper, the 3x3 since</source>
        <translation>使尺寸减半的卷积：论文中是第一个 1x1，此后是 3x3</translation>
    </message>
    <message>
        <source>first 1x1</source>
        <translation>先 1x1</translation>
    </message>
    <message>
        <source>A 3×3 convolution between two 1×1, and a shortcut around them</source>
        <translation>两个 1×1 卷积之间的 3×3 卷积，和绕过它们的捷径</translation>
    </message>
    <message>
        <source>Maps of the 3×3 convolution</source>
        <translation>3×3 卷积的特征图数</translation>
    </message>
    <message>
        <source>Groups of the 3×3 convolution</source>
        <translation>3×3 卷积的组数</translation>
    </message>
    <message>
        <source>33 bottleneck blocks in four stages</source>
        <translation>四个阶段共 33 个瓶颈块</translation>
    </message>
    <message>
        <source>50 bottleneck blocks in four stages</source>
        <translation>四个阶段共 50 个瓶颈块</translation>
    </message>
    <message>
        <source>16 bottleneck blocks whose 3×3 convolutions are twice as wide</source>
        <translation>16 个瓶颈块，其 3×3 卷积加宽一倍</translation>
    </message>
    <message>
        <source>33 bottleneck blocks whose 3×3 convolutions are twice as wide</source>
        <translation>33 个瓶颈块，其 3×3 卷积加宽一倍</translation>
    </message>
    <message>
        <source>16 bottleneck blocks with 3×3 convolutions in 32 groups</source>
        <translation>16 个瓶颈块，3×3 卷积分为 32 组</translation>
    </message>
    <message>
        <source>33 bottleneck blocks with 3×3 convolutions in 32 groups</source>
        <translation>33 个瓶颈块，3×3 卷积分为 32 组</translation>
    </message>
    <message>
        <source>ResNet for CIFAR</source>
        <translation>CIFAR 上的 ResNet</translation>
    </message>
    <message>
        <source>Nine residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共九个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>paper, Table 6</source>
        <translation>论文，表 6</translation>
    </message>
    <message>
        <source>Where the shape changes: options A and B of the paper, or no shortcuts at all</source>
        <translation>形状改变处：论文的选项 A 和 B，或完全没有捷径</translation>
    </message>
    <message>
        <source>zero padding</source>
        <translation>补零</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions and a shortcut without weights around them</source>
        <translation>两个 3×3 卷积，和绕过它们的无权重捷径</translation>
    </message>
    <message>
        <source>15 residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共 15 个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>21 residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共 21 个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>27 residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共 27 个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>54 residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共 54 个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>600 residual blocks in three stages, with shortcuts without weights</source>
        <translation>三个阶段共 600 个残差块，捷径没有权重</translation>
    </message>
    <message>
        <source>The 20 layers of ResNet-20 without its shortcuts</source>
        <translation>ResNet-20 的 20 层，没有捷径</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, without a shortcut</source>
        <translation>两个 3×3 卷积，没有捷径</translation>
    </message>
    <message>
        <source>The 32 layers of ResNet-32 without its shortcuts</source>
        <translation>ResNet-32 的 32 层，没有捷径</translation>
    </message>
    <message>
        <source>The 44 layers of ResNet-44 without its shortcuts</source>
        <translation>ResNet-44 的 44 层，没有捷径</translation>
    </message>
    <message>
        <source>The 56 layers of ResNet-56 without its shortcuts</source>
        <translation>ResNet-56 的 56 层，没有捷径</translation>
    </message>
    <message>
        <source>The 110 layers of ResNet-110 without its shortcuts</source>
        <translation>ResNet-110 的 110 层，没有捷径</translation>
    </message>
    <message>
        <source>Nine blocks that begin with normalisation and ReLU</source>
        <translation>九个以归一化和 ReLU 开头的块</translation>
    </message>
    <message>
        <source>A residual block with normalisation and ReLU ahead of each convolution</source>
        <translation>残差块，每个卷积之前有归一化和 ReLU</translation>
    </message>
    <message>
        <source>27 blocks that begin with normalisation and ReLU</source>
        <translation>27 个以归一化和 ReLU 开头的块</translation>
    </message>
    <message>
        <source>54 blocks that begin with normalisation and ReLU</source>
        <translation>54 个以归一化和 ReLU 开头的块</translation>
    </message>
    <message>
        <source>paper, median of five runs</source>
        <translation>论文，五次运行的中位数</translation>
    </message>
    <message>
        <source>54 bottleneck blocks that begin with normalisation and ReLU</source>
        <translation>54 个以归一化和 ReLU 开头的瓶颈块</translation>
    </message>
    <message>
        <source>Batch normalisation and ReLU</source>
        <translation>批归一化和 ReLU</translation>
    </message>
    <message>
        <source>A residual block of three convolutions, with normalisation and ReLU ahead of each</source>
        <translation>三个卷积的残差块，每个卷积之前有归一化和 ReLU</translation>
    </message>
    <message>
        <source>Maps in between</source>
        <translation>中间的特征图数</translation>
    </message>
    <message>
        <source>333 bottleneck blocks that begin with normalisation and ReLU</source>
        <translation>333 个以归一化和 ReLU 开头的瓶颈块</translation>
    </message>
    <message>
        <source>DenseNet</source>
        <translation>DenseNet</translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 24, 16 layers, for ImageNet</source>
        <translation>6、12、24、16 层的四个密集块，用于 ImageNet</translation>
    </message>
    <message>
        <source>Maps that every layer adds</source>
        <translation>每层增加的特征图数</translation>
    </message>
    <message>
        <source>Adds its new maps to all the maps before it, by way of a 1×1 convolution</source>
        <translation>经过 1×1 卷积，把新的特征图加到之前所有的特征图上</translation>
    </message>
    <message>
        <source>Mixes the maps and halves their size, between two dense blocks</source>
        <translation>在两个密集块之间混合特征图并使其尺寸减半</translation>
    </message>
    <message>
        <source>How many times fewer maps leave</source>
        <translation>输出的特征图减少到几分之一</translation>
    </message>
    <message>
        <source>Dense blocks with transitions between them</source>
        <translation>密集块，之间有过渡</translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 36, 24 layers, for ImageNet</source>
        <translation>6、12、36、24 层的四个密集块，用于 ImageNet</translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 32, 32 layers, for ImageNet</source>
        <translation>6、12、32、32 层的四个密集块，用于 ImageNet</translation>
    </message>
    <message>
        <source>Four dense blocks of 6, 12, 48, 32 layers, for ImageNet</source>
        <translation>6、12、48、32 层的四个密集块，用于 ImageNet</translation>
    </message>
    <message>
        <source>Three dense blocks in which every layer sees all layers before it</source>
        <translation>三个密集块，其中每层都能看到之前的所有层</translation>
    </message>
    <message>
        <source>paper, Table 2</source>
        <translation>论文，表 2</translation>
    </message>
    <message>
        <source>Layers with weights: 40 or 100 in the paper</source>
        <translation>带权重的层数：论文为 40 或 100</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>0.2 in the paper where images are not augmented</source>
        <translation>图像不做增广时论文用 0.2</translation>
    </message>
    <message>
        <source>Adds its new maps to all the maps before it</source>
        <translation>把新的特征图加到之前所有的特征图上</translation>
    </message>
    <message>
        <source>Three dense blocks of bottleneck layers, with half of the maps behind each</source>
        <translation>三个瓶颈层密集块，每个之后特征图减半</translation>
    </message>
    <message>
        <source>Layers with weights: 100, 190 or 250 in the paper</source>
        <translation>带权重的层数：论文为 100、190 或 250</translation>
    </message>
    <message>
        <source>Eight residual blocks for grey images, with biases</source>
        <translation>八个残差块，用于灰度图像，带偏置</translation>
    </message>
    <message>
        <source>Four dense blocks of four layers for grey images, with biases</source>
        <translation>四个四层的密集块，用于灰度图像，带偏置</translation>
    </message>
    <message>
        <source>SqueezeNet</source>
        <translation>SqueezeNet</translation>
    </message>
    <message>
        <source>Eight fire modules, with poolings as late as possible</source>
        <translation>八个 fire 模块，池化尽可能靠后</translation>
    </message>
    <message>
        <source>Squeezes the maps with 1×1, and expands them with 1×1 and 3×3 side by side</source>
        <translation>用 1×1 压缩特征图，再用并排的 1×1 和 3×3 扩张</translation>
    </message>
    <message>
        <source>Maps of each branch; twice as many leave</source>
        <translation>每个分支的特征图数；输出为两倍</translation>
    </message>
    <message>
        <source>A convolution, and eight fire modules with poolings</source>
        <translation>一个卷积，和八个带池化的 fire 模块</translation>
    </message>
    <message>
        <source>One map for each class</source>
        <translation>每个类别一个特征图</translation>
    </message>
    <message>
        <source>Poolings earlier: less than half the multiplications</source>
        <translation>池化更早：乘法次数不到一半</translation>
    </message>
    <message>
        <source>MobileNet</source>
        <translation>MobileNet</translation>
    </message>
    <message>
        <source>Thirteen depthwise-separable convolutions: an eighth of the multiplications</source>
        <translation>十三个深度可分离卷积：乘法次数为八分之一</translation>
    </message>
    <message>
        <source>the paper, Table 8</source>
        <translation>论文，表 8</translation>
    </message>
    <message>
        <source>Factor of the maps of every layer</source>
        <translation>每层特征图数的系数</translation>
    </message>
    <message>
        <source>Probability that a feature is zeroed ahead of the classes</source>
        <translation>分类之前特征被置零的概率</translation>
    </message>
    <message>
        <source>A filter of its own for every map, then a 1×1 convolution, each with BatchNorm and ReLU6</source>
        <translation>每个特征图各有自己的卷积核，然后 1×1 卷积，各带 BatchNorm 和 ReLU6</translation>
    </message>
    <message>
        <source>Seventeen inverted residuals: shortcuts between narrow ends, wide in between</source>
        <translation>十七个倒残差：捷径连接窄的两端，中间宽</translation>
    </message>
    <message>
        <source>A convolution and its batch normalisation, then ReLU6</source>
        <translation>卷积及其批归一化，然后 ReLU6</translation>
    </message>
    <message>
        <source>Independent groups of maps</source>
        <translation>相互独立的特征图组</translation>
    </message>
    <message>
        <source>Filters each map by itself, and mixes them without an activation</source>
        <translation>各自对每个特征图滤波，再不带激活地混合</translation>
    </message>
    <message>
        <source>Widens the maps, filters each by itself, and narrows them without an activation</source>
        <translation>加宽特征图，各自滤波，再不带激活地变窄</translation>
    </message>
    <message>
        <source>How many times more maps in between</source>
        <translation>中间特征图增加到几倍</translation>
    </message>
    <message>
        <source>An inverted residual that does not widen the maps</source>
        <translation>不加宽特征图的倒残差</translation>
    </message>
    <message>
        <source>A linear bottleneck, and a shortcut between its narrow ends where the shape is kept</source>
        <translation>线性瓶颈，形状不变时窄的两端之间有捷径</translation>
    </message>
    <message>
        <source>Inverted residuals between two convolutions</source>
        <translation>两个卷积之间的倒残差</translation>
    </message>
    <message>
        <source>Dropout and a linear layer</source>
        <translation>dropout 和一个线性层</translation>
    </message>
    <message>
        <source>Fifteen inverted residuals found by a search on a phone</source>
        <translation>十五个倒残差，在手机上搜索得到</translation>
    </message>
    <message>
        <source>A convolution and its batch normalisation, then Hardswish</source>
        <translation>卷积及其批归一化，然后 Hardswish</translation>
    </message>
    <message>
        <source>A convolution and its batch normalisation, then ReLU</source>
        <translation>卷积及其批归一化，然后 ReLU</translation>
    </message>
    <message>
        <source>A convolution and its batch normalisation</source>
        <translation>卷积及其批归一化</translation>
    </message>
    <message>
        <source>Weighs every map by what all maps hold</source>
        <translation>根据所有特征图的内容给每个特征图加权</translation>
    </message>
    <message>
        <source>The convolutions of an inverted residual</source>
        <translation>倒残差的各个卷积</translation>
    </message>
    <message>
        <source>Maps in between of squeeze-and-excitation</source>
        <translation>squeeze-and-excitation 中间的特征图数</translation>
    </message>
    <message>
        <source>Wide in between, with a shortcut between the narrow ends where the shape is kept</source>
        <translation>中间宽，形状不变时窄的两端之间有捷径</translation>
    </message>
    <message>
        <source>Two linear layers</source>
        <translation>两个线性层</translation>
    </message>
    <message>
        <source>Features ahead of the classes</source>
        <translation>类别之前的特征</translation>
    </message>
    <message>
        <source>Eleven inverted residuals, for the smallest devices</source>
        <translation>十一个倒残差，用于最小的设备</translation>
    </message>
    <message>
        <source>ShuffleNet</source>
        <translation>ShuffleNet</translation>
    </message>
    <message>
        <source>Sixteen units that work on half of the maps, with a shuffle behind each</source>
        <translation>十六个单元，各处理一半特征图，之后混洗</translation>
    </message>
    <message>
        <source>Size of the network, by the paper's table of maps</source>
        <translation>网络的规模，按论文的特征图表</translation>
    </message>
    <message>
        <source>What passes by, where the size or the maps change</source>
        <translation>尺寸或特征图数改变时从旁边经过的部分</translation>
    </message>
    <message>
        <source>1×1, depthwise 3×3 and 1×1 convolutions</source>
        <translation>1×1、逐通道 3×3 和 1×1 卷积</translation>
    </message>
    <message>
        <source>Half of the maps pass through three convolutions; then both halves are mixed</source>
        <translation>一半特征图经过三个卷积，然后两半混合</translation>
    </message>
    <message>
        <source>MnasNet</source>
        <translation>MnasNet</translation>
    </message>
    <message>
        <source>Sixteen inverted residuals in six stacks, searched for by the time on a phone</source>
        <translation>六组共十六个倒残差，按手机上的耗时搜索得到</translation>
    </message>
    <message>
        <source>An inverted residual, with a shortcut where the shape is kept</source>
        <translation>倒残差，形状不变时有捷径</translation>
    </message>
    <message>
        <source>Stacks of inverted residuals between convolutions</source>
        <translation>卷积之间的若干组倒残差</translation>
    </message>
    <message>
        <source>EfficientNet</source>
        <translation>EfficientNet</translation>
    </message>
    <message>
        <source>Sixteen inverted residuals with squeeze-and-excitation</source>
        <translation>十六个带 squeeze-and-excitation 的倒残差</translation>
    </message>
    <message>
        <source>Factor of the blocks of every stage</source>
        <translation>每个阶段块数的系数</translation>
    </message>
    <message>
        <source>Probability that the last block is left out for a sample in training; the first never is</source>
        <translation>训练时对一个样本略去最后一块的概率；第一块从不略去</translation>
    </message>
    <message>
        <source>A convolution and its batch normalisation, then SiLU</source>
        <translation>卷积及其批归一化，然后 SiLU</translation>
    </message>
    <message>
        <source>The layers of an MBConv</source>
        <translation>MBConv 的各层</translation>
    </message>
    <message>
        <source>An inverted residual with squeeze-and-excitation, and a shortcut where the shape is kept</source>
        <translation>带 squeeze-and-excitation 的倒残差，形状不变时有捷径</translation>
    </message>
    <message>
        <source>Probability that the shortcut stands alone for a sample in training</source>
        <translation>训练时对一个样本只留捷径的概率</translation>
    </message>
    <message>
        <source>Stages of inverted residuals between convolutions</source>
        <translation>卷积之间各阶段的倒残差</translation>
    </message>
    <message>
        <source>B0 a tenth deeper, on larger images</source>
        <translation>比 B0 深十分之一，图像更大</translation>
    </message>
    <message>
        <source>Forty blocks, of which the first ten have full convolutions, to train faster</source>
        <translation>四十个块，前十个用完整卷积以加快训练</translation>
    </message>
    <message>
        <source>The layers of a fused MBConv</source>
        <translation>融合 MBConv 的各层</translation>
    </message>
    <message>
        <source>An inverted residual with one full convolution, and a shortcut where the shape is kept</source>
        <translation>含一个完整卷积的倒残差，形状不变时有捷径</translation>
    </message>
    <message>
        <source>RegNet</source>
        <translation>RegNet</translation>
    </message>
    <message>
        <source>Twenty-two residual bottlenecks with grouped convolutions</source>
        <translation>二十二个带分组卷积的残差瓶颈</translation>
    </message>
    <message>
        <source>Number of blocks</source>
        <translation>块数</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>个模块</translation>
    </message>
    <message>
        <source>Maps of the first block</source>
        <translation>第一个块的特征图数</translation>
    </message>
    <message>
        <source>Maps that each block has more</source>
        <translation>每个块增加的特征图数</translation>
    </message>
    <message>
        <source>Ratio of the maps of two stages</source>
        <translation>相邻两个阶段特征图数之比</translation>
    </message>
    <message>
        <source>Maps of each group of the 3×3 convolution</source>
        <translation>3×3 卷积每组的特征图数</translation>
    </message>
    <message>
        <source>Maps in between of squeeze-and-excitation, as a share of those that enter the block; 0: none</source>
        <translation>squeeze-and-excitation 中间的特征图数，占进入该块的比例；0 表示没有</translation>
    </message>
    <message>
        <source>1×1, grouped 3×3 and 1×1 convolutions</source>
        <translation>1×1、分组 3×3 和 1×1 卷积</translation>
    </message>
    <message>
        <source>A residual block with grouped convolutions and squeeze-and-excitation</source>
        <translation>带分组卷积和 squeeze-and-excitation 的残差块</translation>
    </message>
    <message>
        <source>Stages that halve the size and widen the maps</source>
        <translation>使尺寸减半并加宽特征图的各阶段</translation>
    </message>
    <message>
        <source>Sixteen residual bottlenecks with squeeze-and-excitation</source>
        <translation>十六个带 squeeze-and-excitation 的残差瓶颈</translation>
    </message>
    <message>
        <source>Fourteen residual bottlenecks with squeeze-and-excitation</source>
        <translation>十四个带 squeeze-and-excitation 的残差瓶颈</translation>
    </message>
    <message>
        <source>ConvNeXt</source>
        <translation>ConvNeXt</translation>
    </message>
    <message>
        <source>Eighteen blocks of 7×7 depthwise filters; 96 maps at first</source>
        <translation>十八个 7×7 深度卷积块；开始 96 个特征图</translation>
    </message>
    <message>
        <source>Moves the channels behind the rows and columns</source>
        <translation>把通道移到行和列之后</translation>
    </message>
    <message>
        <source>Moves the channels ahead of the rows and columns</source>
        <translation>把通道移到行和列之前</translation>
    </message>
    <message>
        <source>A depthwise convolution, then two linear layers</source>
        <translation>逐通道卷积，然后两个线性层</translation>
    </message>
    <message>
        <source>A residual block on the model of the transformer</source>
        <translation>仿照 transformer 的残差块</translation>
    </message>
    <message>
        <source>Patches of 4×4</source>
        <translation>4×4 的图块</translation>
    </message>
    <message>
        <source>Halves the size, between two stages</source>
        <translation>在两个阶段之间使尺寸减半</translation>
    </message>
    <message>
        <source>Four stages, with a reduction of the size between two</source>
        <translation>四个阶段，每两个之间尺寸减小</translation>
    </message>
    <message>
        <source>Normalisation and a linear layer</source>
        <translation>归一化和一个线性层</translation>
    </message>
    <message>
        <source>Thirty-six blocks; 96 maps at first</source>
        <translation>三十六个块；开始 96 个特征图</translation>
    </message>
    <message>
        <source>Thirty-six blocks; 128 maps at first</source>
        <translation>三十六个块；开始 128 个特征图</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>Four levels down and four up, with what was seen on the way down carried across</source>
        <translation>下行四级，上行四级，下行途中看到的内容横向传过去</translation>
    </message>
    <message>
        <source>Maps of the upper level</source>
        <translation>最上一级的特征图数</translation>
    </message>
    <message>
        <source>Probability that an element is zeroed at the end of the way down; the paper has dropout there, and does not say how much</source>
        <translation>下行末端元素被置零的概率；论文在此处有 dropout，但没有说多少</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions, as at every level of a U-Net</source>
        <translation>两个 3×3 卷积，如 U-Net 的每一级</translation>
    </message>
    <message>
        <source>1 keeps the size, 0 cuts 1 px from each side</source>
        <translation>1 保持尺寸，0 使每一边少 1 像素</translation>
    </message>
    <message>
        <source>A pooling that halves the size, and two convolutions: one level down in a U-Net</source>
        <translation>使尺寸减半的池化和两个卷积：U-Net 下行一级</translation>
    </message>
    <message>
        <source>Doubles the size, joins what comes across, and convolves: one level up in a U-Net</source>
        <translation>使尺寸加倍，与横向传来的合并，再卷积：U-Net 上行一级</translation>
    </message>
    <message>
        <source>With padding and normalisation, as today: multiples of 16 px keep their size</source>
        <translation>带填充和归一化，如今的做法：16 像素的倍数保持尺寸</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Four branches side by side, with the numbers of the first module of GoogLeNet</source>
        <translation>四个并排的分支，数目同 GoogLeNet 的第一个模块</translation>
    </message>
    <message>
        <source>Number of classes, for a linear layer behind the mean of the maps; 0 is the module alone</source>
        <translation>类别数，特征图平均之后接线性层；0 表示只有模块</translation>
    </message>
    <message>
        <source>Maps of the 1×1 convolution</source>
        <translation>1×1 卷积的特征图数</translation>
    </message>
    <message>
        <source>Maps ahead of the 3×3 convolution</source>
        <translation>3×3 卷积之前的特征图数</translation>
    </message>
    <message>
        <source>Maps ahead of the 5×5 convolution</source>
        <translation>5×5 卷积之前的特征图数</translation>
    </message>
    <message>
        <source>Maps of the 5×5 convolution</source>
        <translation>5×5 卷积的特征图数</translation>
    </message>
    <message>
        <source>Maps behind the pooling</source>
        <translation>池化之后的特征图数</translation>
    </message>
    <message>
        <source>Two convolutions on 128 maps, with an identity or a linear shortcut around them</source>
        <translation>128 个特征图上的两个卷积，外有恒等或线性的捷径</translation>
    </message>
    <message>
        <source>Maps of both convolutions</source>
        <translation>两个卷积的特征图数</translation>
    </message>
    <message>
        <source>The input itself, or a 1×1 convolution of it, which other numbers of maps need</source>
        <translation>输入本身，或其 1×1 卷积（特征图数不同时需要）</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Normalise behind every 3×3 convolution</source>
        <translation>每个 3×3 卷积之后都归一化</translation>
    </message>
    <message>
        <source>Six depthwise separable convolutions and two dense layers, for 64×64×3</source>
        <translation>六个深度可分离卷积和两个全连接层，用于 64×64×3</translation>
    </message>
    <message>
        <source>A 3×3 filter of its own for every map, a 1×1 convolution that mixes them, and ReLU</source>
        <translation>每个特征图各有 3×3 卷积核，再由 1×1 卷积混合，然后 ReLU</translation>
    </message>
    <message>
        <source>BatchNorm after a convolution, over every map, and after a dense layer</source>
        <translation>卷积之后的 BatchNorm 针对每个特征图，全连接层之后的针对每个特征</translation>
    </message>
    <message>
        <source>Maps of the convolution</source>
        <translation>卷积的特征图数</translation>
    </message>
    <message>
        <source>Units of the dense layer</source>
        <translation>全连接层的单元数</translation>
    </message>
    <message>
        <source>The paper has it before, some textbooks after</source>
        <translation>论文放在之前，有些教科书放在之后</translation>
    </message>
    <message>
        <source>before the activation</source>
        <translation>激活之前</translation>
    </message>
    <message>
        <source>after the activation</source>
        <translation>激活之后</translation>
    </message>
    <message>
        <source>A vertical and a horizontal line as filters, over two photographs: no training</source>
        <translation>以一条竖线和一条横线为卷积核，作用于两张照片：不训练</translation>
    </message>
    <message>
        <source>Height and width of the filters</source>
        <translation>卷积核的高和宽</translation>
    </message>
    <message>
        <source>A convolution, batch normalisation and ReLU</source>
        <translation>卷积、批归一化和 ReLU</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions and a shortcut: the input, with zeros, or projected to fewer maps</source>
        <translation>两个 3×3 卷积和一条捷径：即输入，补零，或投影到更少的特征图</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>密集连接</translation>
    </message>
    <message>
        <source>Layers of which every one sees the maps of all before it</source>
        <translation>其中每一层都能看到之前所有层的特征图</translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>移动端</translation>
    </message>
    <message>
        <source>How many times fewer maps in between</source>
        <translation>中间特征图减少到几分之一</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>现代</translation>
    </message>
    <message>
        <source>Self-attention, then two linear layers at every step, each with a shortcut</source>
        <translation>自注意力，然后每一步两个线性层，各有捷径</translation>
    </message>
    <message>
        <source>Numbers at every step, in and out</source>
        <translation>每一步输入和输出的数的个数</translation>
    </message>
    <message>
        <source>Attention heads, which divide the features</source>
        <translation>注意力头数，须整除特征数</translation>
    </message>
    <message>
        <source>Numbers in between, usually four times</source>
        <translation>中间的数的个数，通常为四倍</translation>
    </message>
</context>
</TS>
