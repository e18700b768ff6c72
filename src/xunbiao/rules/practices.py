"""Practice in its campaign → whether it is one of those that the campaign goes by."""

from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context


def in_effect(practice: Practice, context: Context) -> bool:
    """Whether a practice found in the folder is what its code stands for; not so while 典型做法 is 内置."""
    return context.catalogue.practices.get(practice.code) == practice
