"""The pages without a form: the whole network, and nodes of an unknown kind."""

from __future__ import annotations

from app.ui.editor import Editor
from app.ui.inspector import facts
from app.ui.inspector.facts import FactTable
from app.ui.inspector.origin import OriginView
from app.ui.inspector.page import Page, attempt
from nodes.network import edits


class NetworkPage(Page):
    """The network as a whole, while nothing is selected."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.add_title("Network")
        self.name = self.add_name("Name of the network: the class in the code", self._rename)
        self.facts = FactTable()
        self.column.addWidget(self.facts)
        self.origin = OriginView()
        self.column.addWidget(self.origin)
        self.add_rule()
        self.add_muted("Select a node to see and change its parameters.")

    def refresh(self) -> None:
        network, report = self.editor.network, self.editor.report
        self.name.show_name(network.name)
        self.facts.show_later(report, lambda: facts.of_network(report))
        self.origin.show_origin(self.editor.origin, network)

    def _rename(self, new: str) -> str | None:
        return attempt(
            self.editor, "Rename network", lambda network: edits.rename_network(network, new)
        )


class UnknownPage(Page):
    """Nodes of a kind that neither the catalogue nor the network has."""

    def __init__(self, editor: Editor, kind: str) -> None:
        super().__init__(editor)
        self.add_title(kind)
        self.add_muted(f"There is no layer or block named “{kind}”. Remove the node.")

    def refresh(self) -> None:
        """Nothing on this page can change."""
