"""How much a body has to do with measures: for how many it answers, in how many it only takes part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.views.commitment import Commitment
from generator.views.plan_over import plan_over
from generator.views.undertakings import NO_UNDERTAKINGS, Undertakings

_REPLACED = ("його замінено", "їх замінено")


@dataclass(frozen=True, slots=True)
class Part:
    """Counts of measures that name a body; where the plans tell no roles apart, it answers for all of them."""

    answers: Undertakings = NO_UNDERTAKINGS
    joins: Undertakings = NO_UNDERTAKINGS
    is_past: bool = False
    """Whether nothing is said of today: each plan that names the body is over, replaced, or of suspended terms."""

    @property
    def total(self) -> int:
        return self.answers.total + self.joins.total

    @property
    def counted(self) -> str:
        """Count them in a list: «5 заходів», or «відповідає за 3 заходи, бере участь у 2 заходах»."""
        return self._apart if self.joins else self.answers.words

    @property
    def sentence(self) -> str:
        """Say it in a sentence: «Відповідає за 3 заходи, бере участь у 2 заходах»."""
        if not self.total:
            return "Заходи, що називали цього виконавця, вилучено з плану."
        said = self._apart if self.joins or self.is_past else f"відповідає за {self.answers.words}"
        return f"{said[:1].upper()}{said[1:]}."

    @property
    def heading(self) -> str:
        """Head the list of them."""
        if self.is_past:
            return "Що було доручено"
        if self.joins and self.answers:
            return "За що відповідає і в чому бере участь"
        return "У чому бере участь" if self.joins else "За що відповідає"

    @property
    def _apart(self) -> str:
        if self.is_past:
            parts = [self.answers.words] if self.answers else []
            parts += [f"участь у {self.joins.locative}"] if self.joins else []
            return f"було доручено {' і '.join(parts)}"
        joins = f"бере участь у {self.joins.locative}"
        return f"відповідає за {self.answers.words}, {joins}" if self.answers else joins


def parts_in(items: Iterable[Commitment], as_of: date) -> Mapping[str, Part]:
    """Return what each body has to do with measures, by the address of its page; for one removed nobody answers."""
    running: set[str] = set()
    over: dict[str, bool] = {}
    answering: dict[str, list[Commitment]] = {}
    joining: dict[str, list[Commitment]] = {}
    for item in items:
        if item.state.is_removed:
            continue
        answers = {one.executor.address for one in item.measure.executors if one.answers}
        if item.plan.id not in over:
            is_suspended = item.community.suspension_on(as_of) is not None
            over[item.plan.id] = is_suspended or plan_over(item.community, item.plan, as_of) is not None
        if not over[item.plan.id]:
            running.update(body.address for body in item.measure.bodies)
        for body in item.measure.bodies:
            (answering if body.address in answers else joining).setdefault(body.address, []).append(item)
    return {
        address: Part(
            Undertakings.of(answering.get(address, ())),
            Undertakings.of(joining.get(address, ())),
            is_past=address not in running,
        )
        for address in dict.fromkeys([*answering, *joining])
    }


def part_in(items: Iterable[Commitment], address: str, as_of: date) -> Part:
    """Return what one body has to do with measures."""
    return parts_in(items, as_of).get(address, Part())


def past_sentence(items: Iterable[Commitment], as_of: date) -> str:
    """Say how many of the measures that are counted stand in plans that are over or replaced; nothing without any."""
    counted = [item for item in items if not item.state.is_removed]
    over = {item.plan.id for item in counted if plan_over(item.community, item.plan, as_of)}
    past = Undertakings.of(item for item in counted if item.plan.id in over)
    if past and past.total == Undertakings.of(counted).total:
        return f"Час {'цього плану' if len(over) == 1 else 'цих планів'} минув, або {_REPLACED[len(over) > 1]}."
    return f"З них у планах, час яких минув або які замінено: {past.words}." if past else ""
