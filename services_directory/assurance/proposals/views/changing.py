"""The form, its check page and the sending: the same with an account and with a signed link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from services_directory.assurance.proposals.differences import differences
from services_directory.assurance.proposals.facts import PARTS
from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.rowset import with_another
from services_directory.assurance.proposals.forms.sections import sections
from services_directory.assurance.proposals.proposing import ProposalRefused, Stale
from services_directory.assurance.proposals.states import State, changed, only
from services_directory.models import ChangeProposal, Service

ADD = "add-"
_NOT_SENT_ON = {"csrfmiddlewaretoken", "action"}


@dataclass
class Change:
    """One going of the form. `send(form)` makes the proposal and returns where to go then.

    `now`: what the entry says. `going_on`: the proposal whose words the boxes begin with. `mark`:
    of what the author sees.
    """

    service: Service
    now: State
    send: Callable[[ChangeForm], HttpResponse]
    going_on: ChangeProposal | None = None
    mark: str = ""
    base: str = "base_staff.html"
    context: Mapping[str, Any] = field(default_factory=dict)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer one request for the form."""
        if request.method != "POST":
            return self._page(request, self._form(seen=self.mark))
        action = request.POST.get("action", "")
        if action.startswith(ADD) and action.removeprefix(ADD) in PARTS:
            form = self._form(with_another(request.POST, action.removeprefix(ADD)))
            return self._as_typed(request, form)
        form = self._form(request.POST)
        if action == "edit":
            return self._as_typed(request, form)
        return self._checked(request, form, action)

    def _checked(self, request: HttpRequest, form: ChangeForm, action: str) -> HttpResponse:
        if not form.is_valid():
            return self._page(request, form)
        state = form.state()
        names = changed(self.now, state)
        if not names:
            form.refuse("You have not changed anything. Change what is wrong, then continue.")
            return self._page(request, form)
        if action != "send":
            return self._check_page(request, form, only(state, names))
        try:
            return self.send(form)
        except ProposalRefused as refusal:
            return self._refused(request, refusal)

    def _refused(self, request: HttpRequest, refusal: ProposalRefused) -> HttpResponse:
        """Show the form again with all that was typed; after this they have seen what is new."""
        data = request.POST.copy()
        if isinstance(refusal, Stale):
            data["seen"] = self.mark
        form = self._form(data)
        form.refuse(str(refusal))
        return self._page(request, form, status=409)

    def _form(self, data: Any = None, **hidden: Any) -> ChangeForm:
        going_on = self.going_on
        state = {**self.now, **going_on.after} if going_on else None
        note = going_on.note if going_on else ""
        return ChangeForm(self.service, self.now, state, data, note=note, **hidden)

    def _as_typed(self, request: HttpRequest, form: ChangeForm) -> HttpResponse:
        form.quiet()
        return self._page(request, form)

    def _page(self, request: HttpRequest, form: ChangeForm, status: int = 200) -> HttpResponse:
        context = {
            **self.context,
            "going_on": self.going_on,
            "base": self.base,
            "form": form,
            "sections": sections(form),
        }
        template = "services_directory/proposals/change.html"
        return render(request, template, context, status=status)

    def _check_page(self, request: HttpRequest, form: ChangeForm, after: State) -> HttpResponse:
        typed = [
            (name, value)
            for name, values in request.POST.lists()
            if name not in _NOT_SENT_ON
            for value in values
        ]
        context = {
            **self.context,
            "base": self.base,
            "differences": differences(self.now, after),
            "note": form.entry.cleaned_data["note"],
            "typed": typed,
        }
        return render(request, "services_directory/proposals/check.html", context)
