"""Services: their own fields."""

from portal.vocabulary import Mode
from services_directory.choices import Cost, ReferralRoute
from services_directory.imports.draft import Context, Draft
from services_directory.imports.mapping import parts
from services_directory.imports.mapping.values import chosen, day, fitted, text, texts, whole
from services_directory.imports.records import Json
from services_directory.models import ImportRow, Service


def service(row: ImportRow, context: Context) -> Draft:
    data = row.data
    values = texts(
        Service, data, name="name", description="description", alert="alert", checked="fd_checked",
        application_process="application_process",
        eligibility_description="eligibility_description", assurer_role="fd_assurer_role",
        fees_description="fees_description", wait_time="wait_time",
    )  # fmt: skip
    left_out: list[str] = []
    values |= {
        "organization_id": context.key("organization", data.get("organization_id") or ""),
        "status": text(data, "status") or "active",
        "url": text(data, "url"),
        "email": text(data, "email"),
        "closed_from": day(data.get("fd_closed_from")),
        "closed_to": day(data.get("fd_closed_to")),
        "cost": chosen(data.get("fd_cost"), Cost),
        "minimum_age": whole(data.get("minimum_age")),
        "maximum_age": whole(data.get("maximum_age")),
        "wait_weeks": whole(data.get("fd_wait_weeks")),
        "wait_stated_on": day(data.get("fd_wait_stated_on")),
        "assured_date": day(data.get("assured_date")),
    }
    values |= {f"mode_{each}": each in _list(data, "fd_modes") for each in Mode}
    values |= {
        f"referral_{each}": each in _list(data, "fd_referral_routes") for each in ReferralRoute
    }
    values |= {name: bool(data.get(f"fd_{name}")) for name in ("national", "open_24_hours")}
    _complete(values, data, context, left_out)
    found = parts.parts_of(row.key, data, context, left_out)
    return Draft("service", row.key, values, found, left_out)


def _complete(values: Json, data: Json, context: Context, left_out: list[str]) -> None:
    """Fill what our rules ask for and the feed has no name for."""
    values["description"] = values["description"] or values["name"]
    summary = text(data, "fd_summary") or values["description"].partition("\n")[0]
    values["summary"] = fitted(Service, "summary", summary)
    if not values["cost"] and not values["fees_description"]:
        values["fees_description"] = text(data, "fees")
    if values["closed_from"] or values["closed_to"]:  # the dates say when it is closed
        closed = values["status"] == "temporarily closed"
        values["status"] = "active" if closed else values["status"]
    if values["assured_date"] and not values["assurer_role"]:
        values["assurer_role"] = context.feed.name[:120]
    _date_wait(values, left_out)


def _date_wait(values: Json, left_out: list[str]) -> None:
    """Keep a waiting time only with the day on which it was stated."""
    weeks = values["wait_weeks"]
    if weeks is not None and values["wait_time"] == f"{weeks} week{'' if weeks == 1 else 's'}":
        values["wait_time"] = ""
    if not values["wait_stated_on"] and (values["wait_time"] or weeks is not None):
        left_out.append("Waiting time: the feed does not say when it was stated.")
        values["wait_time"], values["wait_weeks"] = "", None


def _list(data: Json, name: str) -> list[str]:
    found = data.get(name)
    return [str(each) for each in found] if isinstance(found, list) else []
