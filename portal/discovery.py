"""Find the modules by which rooms offer something to the portal, without importing the rooms."""

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule


def modules_named(name: str) -> Iterator[ModuleType]:
    """Yield the module `name` of each installed app that has one, in the order of the apps."""
    for config in apps.get_app_configs():
        if config.module and module_has_submodule(config.module, name):
            yield import_module(f"{config.name}.{name}")
