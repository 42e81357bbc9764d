"""Phrases cut into words, by jieba with a small dictionary of the field.

The dictionary is loaded when a name first needs it: jieba's own would cost ten times as long and a hundred megabytes.

>>> cut("家庭医生签约"), cut("对执法人员进行")
(('家庭医生签约',), ('对', '执法人员', '进行'))
"""

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any


@lru_cache(maxsize=4096)
def cut(words: str) -> tuple[str, ...]:
    """The words of a phrase; what the dictionary does not know falls into single characters."""
    return tuple(_tokenizer().cut(words, HMM=False))


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    import jieba

    tokenizer = jieba.Tokenizer()
    # Filled by hand: jieba would leave a cache of it among the temporary files.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(BytesIO(_entries()))
    tokenizer.initialized = True
    return tokenizer


def _entries() -> bytes:
    lines = files("extractor").joinpath("data/terms.txt").read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"#"))
