"""What is printed at the end of a run."""

from tests.faults.clients import Clients
from tests.faults.drafts import Expected
from tests.faults.inflict import Faults
from tests.faults.receiver import Receiver
from tests.faults.run import say

SHOWN = 20


def tell(
    expected: list[Expected], clients: Clients, faults: Faults, receiver: Receiver,
    broken: list[str], seconds: float,
) -> None:  # fmt: skip
    """Print what was done, what came of it, and each broken promise."""
    from referrals.models import Attachment, AuditEvent, Draft, OutboxMessage, Referral

    acknowledged = sum(bool(each.references) for each in expected)
    say(f"  faults      {_counted(faults.done)}")
    for skipped in faults.skipped:
        say(f"  SKIPPED     {skipped}")
    say(f"  clients     in {seconds:.0f} s: {_counted(clients.answers)}")
    say(f"  told        {sum(each.confirmations for each in expected)} confirmations")
    say(f"  receiver    {_counted(receiver.fates)}; {receiver.again} came again with their id")
    say(f"  drafts      {Draft.objects.count()}")
    say(f"  acknowledged {acknowledged}, there {Referral.objects.count()}")
    say(f"  files       {Attachment.objects.exclude(referral=None).count()} with a referral")
    delivered = OutboxMessage.objects.filter(destination="https").exclude(delivered_at=None)
    say(f"  delivered   {delivered.count()}, ids at the receiver {len(receiver.taken)}")
    say(f"  audit rows  {AuditEvent.objects.count()}")
    say(f"  promises broken: {len(broken)}")
    for sentence in broken[:SHOWN]:
        say(f"    {sentence}")


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
