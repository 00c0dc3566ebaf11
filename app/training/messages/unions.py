"""All commands, which go to the worker, and all events, which come from it."""

from __future__ import annotations

from app.training.messages.asking import (
    Answer,
    Ask,
    Unanswered,
)
from app.training.messages.commands import (
    Adapt,
    Advance,
    Change,
    Dequeue,
    Enqueue,
    FindRate,
    Hasten,
    Hello,
    Outlive,
    Pause,
    Rehearse,
    Resume,
    Review,
    Start,
    Stop,
    Watch,
)
from app.training.messages.errands import (
    Adopt,
    Adopted,
    AdoptFailed,
    Adopting,
    Examine,
    Examined,
    Export,
    Exported,
    ExportFailed,
)
from app.training.messages.events import (
    Halted,
    Lasting,
    Queue,
    RateTried,
    Ready,
    Rehearsed,
    Validated,
    Welcome,
)
from app.training.messages.studio import (
    Cancel,
    DataRefused,
    Draw,
    Drawn,
    Fetch,
    Fetched,
    Fetching,
    Inspect,
    Inspected,
    Pictures,
)
from app.training.messages.watched import Nodes, ProbeImage, Seen

Command = (
    Start
    | Pause
    | Resume
    | Stop
    | Advance
    | Change
    | Adapt
    | Rehearse
    | FindRate
    | Review
    | Enqueue
    | Dequeue
    | Hasten
    | Outlive
    | Hello
    | Watch
    | Examine
    | Export
    | Adopt
    | Ask
    | Inspect
    | Draw
    | Fetch
    | Cancel
)

Event = (
    Lasting
    | Examined
    | Exported
    | ExportFailed
    | Adopting
    | Adopted
    | AdoptFailed
    | Ready
    | RateTried
    | Rehearsed
    | Validated
    | Halted
    | Queue
    | Welcome
    | ProbeImage
    | Nodes
    | Seen
    | Answer
    | Unanswered
    | Inspected
    | Pictures
    | Drawn
    | Fetching
    | Fetched
    | DataRefused
)
