"""Two to five copies of a project, edited and exchanged in any order: nothing is lost, all agree in the end."""

import os
import random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from framework_qda.errors import RefusedError
from framework_qda.model.fields import FieldKind
from framework_qda.project.entry import FOLDED_KINDS, make_entry
from framework_qda.project.fold import heads
from framework_qda.project.ids import cell_id, paragraph_id
from framework_qda.project.registry import REGISTRY, canonical
from framework_qda.project.verify import verify

from .replicas import copied_file, folded, new_replica, state

WHO = st.integers(0, 9)
INTERVIEW = st.sampled_from(["iv1", "iv2"])
SUBTOPIC = st.sampled_from(["s1", "s2"])
FIELDS = st.sets(st.sampled_from(["code", "mode", "minutes", "order", "unheard_of"]), min_size=1)


class Team(RuleBasedStateMachine):
    """Colleagues who work apart and exchange their work now and then, partly, twice, out of order."""

    @initialize(size=st.integers(2, 3))
    def start(self, size):
        self.count = 0
        self.documents = []
        self.replicas = [new_replica(f"a{n}", year=2000 + 10 * n) for n in range(size)]
        for interview in ("iv1", "iv2"):
            self.replicas[0].make("interview", interview, code=interview, minutes=60)

    def one(self, who):
        return self.replicas[who % len(self.replicas)]

    def word(self):
        self.count += 1
        return f"w{self.count}"

    @rule(who=WHO, interview=INTERVIEW, subtopic=SUBTOPIC, size=st.integers(0, 3), both=st.booleans())
    def chart(self, who, interview, subtopic, size, both):
        values = {"state": "charted"} if both else {}
        self.one(who).chart(interview, subtopic, *(self.word() for _ in range(size)), **values)

    @rule(who=WHO, interview=INTERVIEW, subtopic=SUBTOPIC, to=st.sampled_from(["charted", "reviewed"]))
    def mark(self, who, interview, subtopic, to):
        self.one(who).mark(interview, subtopic, to)

    @rule(who=WHO, interview=INTERVIEW, names=FIELDS)
    def fields(self, who, interview, names):
        self.count += 1
        values = {name: self.count if name == "minutes" else f"v{self.count}" for name in sorted(names)}
        self.one(who).set_fields("interview", interview, values)

    @rule(who=WHO, interview=INTERVIEW, element=st.sampled_from(["x", "y"]), is_in=st.booleans())
    def put_into_set(self, who, interview, element, is_in):
        self.one(who).set_fields("interview", interview, {f"analysts/{element}": is_in})

    @rule(who=WHO, interview=INTERVIEW)
    def import_document(self, who, interview):
        if len(self.documents) < 3:
            document = f"doc{len(self.documents)}"
            self.documents.append(document)
            self.one(who).import_document(interview, document, *(self.word() for _ in range(3)))

    @rule(who=WHO, which=WHO, number=st.integers(1, 3), name=st.sampled_from(["text", "speaker"]))
    def edit_paragraph(self, who, which, number, name):
        if self.documents:  # also where the import itself has not arrived yet
            document = self.documents[which % len(self.documents)]
            self.one(who).edit_paragraph(document, number, **{name: self.word()})

    @rule(who=WHO, interview=INTERVIEW, of_document=st.booleans(), back=st.booleans())
    def delete(self, who, interview, of_document, back):
        if of_document and not self.documents:
            return
        target = ("document", self.documents[-1]) if of_document else ("interview", interview)
        (self.one(who).undelete if back else self.one(who).delete)(*target)

    @rule(who=WHO, is_redo=st.booleans(), depth=st.integers(1, 3))
    def take_back(self, who, is_redo, depth):
        replica = self.one(who)
        stack = replica.stacks.redo if is_redo else replica.stacks.undo
        if len(stack) < depth:
            return
        before = state(replica)
        theirs = self.heads_of_others(replica, stack[-depth])
        try:
            replica.take_back(stack[-depth])
        except RefusedError:
            assert state(replica) == before
            return
        assert not theirs, "an undo overwrote what somebody else had written"

    def heads_of_others(self, replica, action):
        found = set()
        for entry in [each for each in replica.all() if each.action == action]:
            entries = replica.folded_entries(entry.type_name, entry.entity)
            for field in entry.parents:
                found |= {each.id for each in heads(entries, entry.entity, field) if each.replica != replica.replica}
        return found

    @rule(who=WHO, interview=INTERVIEW, subtopic=SUBTOPIC)
    def erase(self, who, interview, subtopic):
        replica = self.one(who)
        if replica.heads("cell", cell_id(interview, subtopic), "content"):
            replica.erase("cell", cell_id(interview, subtopic), "content", [])

    @rule(who=WHO, which=WHO, number=st.integers(1, 3))
    def erase_paragraph(self, who, which, number):
        replica = self.one(who)
        if not self.documents:
            return
        entity = paragraph_id(self.documents[which % len(self.documents)], number)
        if any("text" in entry.assigns(entity) for entry in replica.folded_entries("paragraph", entity)):
            replica.erase("paragraph", entity, "text", "[name]")

    @rule(giver=WHO, taker=WHO, part=st.floats(0, 1), seed=st.integers(0, 99))
    def deliver(self, giver, taker, part, seed):
        a, b = self.one(giver), self.one(taker)
        if a is b:
            return
        entries = a.all()
        random.Random(seed).shuffle(entries)
        some = entries[: int(len(entries) * part) + 1]
        b.receive(some + some[:3])

    @rule(who=WHO)
    def copy_file(self, who):
        if len(self.replicas) < 5:
            self.replicas.append(copied_file(self.one(who), f"copy{len(self.replicas)}"))

    @rule(who=WHO)
    def receive_from_newer_program(self, who):
        self.count += 1
        head = {"r": f"newer{self.count}", "s": 1, "l": 1, "g": "g", "a": "z", "w": 0, "k": "weave", "t": "hologram",
                "e": "h", "o": ["iv1"], "f": {"sparkle": []}, "x": {}, "zz": [1]}  # fmt: skip
        self.one(who).receive([make_entry({"sparkle": 1}, "00", head)])

    @invariant()
    def state_is_the_fold(self):
        for replica in getattr(self, "replicas", []):
            assert state(replica) == folded(replica)
            assert verify(replica.connection) == []

    def teardown(self):
        if not getattr(self, "replicas", None):
            return
        for _ in range(2):
            for giver in self.replicas:
                for taker in self.replicas:
                    if giver is not taker:
                        entries = giver.all()
                        random.shuffle(entries)
                        taker.receive(entries)
        first = self.replicas[0]
        entries = {entry.id: (entry.head, canonical(entry.values)) for entry in first.all()}
        for replica in self.replicas:
            assert state(replica) == state(first)
            assert {entry.id: (entry.head, canonical(entry.values)) for entry in replica.all()} == entries
        self.assert_nothing_lost(first)

    def assert_nothing_lost(self, replica):
        """A value that no entry names as replaced is shown, or stands among the values of a conflict."""
        entries = replica.all()
        now = state(replica)
        replaced = {(field, parent) for entry in entries for field, ids in entry.parents.items() for parent in ids}
        for entry in entries:
            if entry.kind not in FOLDED_KINDS or entry.type_name not in REGISTRY:
                continue
            spec = REGISTRY[entry.type_name]
            row, conflicts = now[entry.type_name, entry.entity]
            for field in entry.parents:
                kept = spec.fields.get(field)
                if kept is None or kept.kind not in (FieldKind.TEXT, FieldKind.VALUE) or field not in entry.values:
                    continue
                shown = dict(zip(spec.columns, row, strict=True))[field]
                wanted = spec.column_value(field, entry.values[field])
                assert (field, entry.id) in replaced or entry.id in conflicts.get(field, ()) or shown == wanted


Team.TestCase.settings = settings(
    max_examples=int(os.environ.get("EXAMPLES", "40")),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestTeam = Team.TestCase
