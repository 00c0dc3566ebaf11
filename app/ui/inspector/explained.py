"""What the selected layer does, as a fold that stays as one left it."""

from __future__ import annotations

from collections.abc import Sequence

from app.analysis.report import NodeReport
from app.ui import settings
from app.ui.inspector.fold import Fold
from app.ui.inspector.values import Names
from app.ui.language import tr
from app.ui.layerhelp import LayerHelp
from nodes.errors import SkipwireError
from nodes.network import Network, Node
from nodes.network.resolve import arguments
from nodes.spec import LayerSpec


class Explained(Fold):
    """Picture, shapes and help of one layer; of several nodes as the layer comes."""

    def __init__(self, spec: LayerSpec) -> None:
        self._spec = spec
        self.help = LayerHelp()
        super().__init__("What it does", self.help)
        self.summary.setText(tr(spec.summary))
        self.unfold(settings.explains())
        self.button.clicked.connect(lambda: settings.set_explains(self.unfolded))

    def show_nodes(
        self, network: Network, nodes: Sequence[Node], names: Names, reports: Sequence[NodeReport]
    ) -> None:
        """`names` are what expressions may refer to, with the values they have here."""
        if len(nodes) > 1:
            self.help.show_layer(self._spec, {})
            return
        try:
            args = arguments(network, nodes[0], names, 0 if nodes[0].numbered else None)
        except SkipwireError:  # which the form and the problems tell of
            args = {}
        known = reports[0] if reports else None
        inputs = known.inputs if known is not None else ()
        outputs = tuple(known.outputs.values()) if known is not None else ()
        self.help.show_layer(self._spec, args, inputs, outputs)
