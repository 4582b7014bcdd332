# Made by .ci/generate-names from the Unicode CLDR 48.2.0: edit `.ftl` files beside it, or that script.
# Copyright © 2004-2026 Unicode, Inc. Under the Unicode License v3 (Unicode-3.0): see LICENSE-UNICODE.

## Months on their own, and beside a day

month_1 = Jänner
month_of_day_1 = Jänner

## Short names of months, of a year and beside a day

month_short_1 = Jän.
month_short_9 = Sep.
month_short_of_day_1 = Jän.
month_short_of_day_9 = Sep.
