"""Languages people ask interpreters for most, by their BCP 47 tag; any other can be typed."""

from referrals.pathways.declare import Option
from referrals.pathways.steps.codes import LANGUAGE

OTHER = "other"
_TAGS = {
    "sq": "Albanian", "am": "Amharic", "ar": "Arabic", "bn": "Bengali or Sylheti",
    "bg": "Bulgarian", "yue": "Cantonese", "zh": "Mandarin", "cs": "Czech", "fa": "Farsi or Dari",
    "fr": "French", "el": "Greek", "gu": "Gujarati", "hi": "Hindi", "hu": "Hungarian",
    "it": "Italian", "ku": "Kurdish", "lv": "Latvian", "lt": "Lithuanian", "ml": "Malayalam",
    "ne": "Nepali", "ps": "Pashto", "pl": "Polish", "pt": "Portuguese", "pa": "Punjabi",
    "rom": "Romani", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "so": "Somali",
    "es": "Spanish", "ta": "Tamil", "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "cy": "Welsh", "yo": "Yoruba",
}  # fmt: skip

LANGUAGES = (
    *(
        Option(tag, name, code=LANGUAGE + tag)
        for tag, name in sorted(_TAGS.items(), key=lambda pair: pair[1])
    ),
    Option(OTHER, "Another language"),
)
