"""Sets that can be downloaded, by their first sources and with the sums these publish."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """A file at `url` with this MD5; of an archive `members` are unpacked, and it is removed."""

    url: str
    md5: str
    size: int  # bytes
    members: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.url.rpartition("/")[2]


@dataclass(frozen=True)
class DataSet:
    """`words` say what it holds, `source` who made it, `licence` under what it may be used."""

    title: str
    words: str
    source: str
    files: tuple[Published, ...]
    licence: str = ""

    @property
    def size(self) -> int:
        """Bytes that are downloaded."""
        return sum(each.size for each in self.files)

    @property
    def sites(self) -> tuple[str, ...]:
        """The servers that it comes from."""
        return tuple(dict.fromkeys(each.url.split("/")[2] for each in self.files))


def _idx(root: str, *sums: tuple[str, int]) -> tuple[Published, ...]:
    names = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
    return tuple(
        Published(f"{root}/{name}-ubyte.gz", md5, size)
        for name, (md5, size) in zip(names, sums, strict=True)
    )


_NONE_GIVEN = "Its makers give no licence; they ask to be cited."
_CIFAR = "https://www.cs.toronto.edu/~kriz"
_TEN = tuple(f"data_batch_{k}.bin" for k in range(1, 6))
SETS = {
    "mnist": DataSet(
        "MNIST",
        "70,000 handwritten digits, grey, 28×28",
        "Y. LeCun, C. Cortes, C. Burges, 1998",
        _idx(
            "https://ossci-datasets.s3.amazonaws.com/mnist",
            ("f68b3c2dcbeaaa9fbdd348bbdeb94873", 9_912_422),
            ("d53e105ee54ea40749a09fcbcd1e9432", 28_881),
            ("9fb629c4189551a2d022fa330f9573f3", 1_648_877),
            ("ec29112dd5afa0611ce80d1b7f02629c", 4_542),
        ),
        "Licence: CC BY-SA 3.0.",
    ),
    "fashion-mnist": DataSet(
        "Fashion-MNIST",
        "70,000 articles of clothing, grey, 28×28",
        "H. Xiao, K. Rasul, R. Vollgraf, 2017",
        _idx(
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
            ("8d4fb7e6c68d591d4c3dfef9ec88bf0d", 26_421_880),
            ("25c81989df183df01b3e8a0aad5dffbe", 29_515),
            ("bef4ecab320f06d8554ea6380940ec79", 4_422_102),
            ("bb300cfdad3c16e7a12a480ee83cd310", 5_148),
        ),
        "Licence: MIT.",
    ),
    "cifar-10": DataSet(
        "CIFAR-10",
        "60,000 colour images of ten kinds, 32×32",
        "A. Krizhevsky, 2009",
        (
            Published(
                f"{_CIFAR}/cifar-10-binary.tar.gz",
                "c32a1d4ab5d03f1284b67883e8d87530",
                170_052_171,
                (*_TEN, "test_batch.bin", "batches.meta.txt"),
            ),
        ),
        _NONE_GIVEN,
    ),
    "cifar-100": DataSet(
        "CIFAR-100",
        "60,000 colour images of a hundred kinds, 32×32",
        "A. Krizhevsky, 2009",
        (
            Published(
                f"{_CIFAR}/cifar-100-binary.tar.gz",
                "03b5dce01913d631647c71ecec9e9cb8",
                168_513_733,
                ("train.bin", "test.bin", "fine_label_names.txt"),
            ),
        ),
        _NONE_GIVEN,
    ),
}
