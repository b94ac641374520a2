#!/usr/bin/env python3
"""Reconciliation (section 10) -> avstamning.csv:
check,left,right,difference,tolerance,outcome,group (code and text are the program's own).

How the text is read. Kronor have 2 decimals, shares 6; difference = left - right; a tolerance is in
the unit of the figures. Identities have the tolerance 0 and are an error when they break.

First the balance sheet (a warning: what arose in the year has stopped the report):
  balance-sheet, balance-sheet-previous
                    assets; equity and liabilities with the year's result. The second is of last
                    year's SIE file, else of what the year opened with, if the file names that year.

Identities (tolerance 0; an error when they break), left and right:
  result-column     the enterprise's balance in L; the result of the SIE file
  vouchers          the sum over all actors and lines; 0
  bridge            the sum of the bridge's rows; society's net
  roll-forward      opening and steps, society; closing, society
  income-kinds      income by kind and what reconciles it; summa rörelseintäkter
  income-channels   the same by channel
Comparisons (tolerance = tolerans x right; a warning beyond it):
  target-wages      W by the records, not scaled; wage accounts. ok only when left <= right: up to
                    the tolerance wages are scaled, beyond it nothing is computed
  target-fees       the fees of wages already scaled; fee accounts. The same
  contribution-rate fee accounts / wage accounts; the rate, mean over the year's days
  wage-subsidy      months (not full-time) x Bidrag of employments; wageSubsidy in L, any payer
  placement-income  placementFee in L; months (not full-time) x Pris of training places
Without tolerance, a warning:
  opening-balance   the sum of all |opening| of accounts 1 and 2; the sum of all |closing| of last
                    year's. Difference = left - right; ok when no account differs but those of group
                    20 that together move what last year's file has not booked. Without last year's
                    file it is untestable and has no figures.

wage-subsidy counts every subsidy with a Bidrag, nystartsjobb too: that it may hide in 75 is the
likely cause of a difference. A check with nothing on either side is left out. "opening = last closing" can also mean the social balance's opening, which is
the package's closing by definition and has nothing to compare.
"""
import sys
from fractions import Fraction as F

import second_bokslut as sb
import social_balance
from second_bokslut import day_weight, decimal, rounded


GROUPS = {
    "balance-sheet": "books", "balance-sheet-previous": "books",
    "result-column": "books", "vouchers": "internal", "bridge": "internal",
    "roll-forward": "internal", "income-kinds": "books", "income-channels": "books",
    "target-wages": "register", "target-fees": "register", "contribution-rate": "books",
    "wage-subsidy": "register", "placement-income": "register", "opening-balance": "books",
}


def months_times(records, b, attribute):
    return sum((sum((day_weight(d) for d in r.days(b.first, b.last)), F(0))
                * getattr(r, attribute) for r in records if getattr(r, attribute) is not None),
               F(0))


def ledger_of(b, wanted):
    return sum((v for (kind, _), v in b.ledger.items() if kind == wanted), F(0))


def file_result(sie):
    return -sum((sie.balance(a) for a in sie.accounts()
                 if a[0] in "345678" and not a.startswith("899")), F(0))


def checks(b, s):
    """[(check, left, right, difference, tolerance, outcome)]"""
    rows = []

    def identity(name, left, right):
        rows.append((name, left, right, left - right, F(0), "ok" if left == right else "error"))

    def within(name, left, right, one_way=False):
        if left == 0 and right == 0:
            return
        slack, difference = b.tolerance * abs(right), left - right
        is_ok = difference <= 0 if one_way else abs(difference) <= slack
        rows.append((name, left, right, difference, slack, "ok" if is_ok else "warning"))

    before = (balance_sheet(b.sie_before) if b.sie_before else
              balance_sheet(b.sie, opening=True) if -1 in b.sie.years else None)
    for name, sides in (("balance-sheet", balance_sheet(b.sie)), ("balance-sheet-previous", before)):
        if sides:
            left, right = sides
            rows.append((name, left, right, left - right, F(0),
                         "ok" if left == right else "warning"))
    identity("result-column", b.actor_sum("L", ["enterprise"]), file_result(b.sie))
    identity("vouchers", sum(b.matrix().values(), F(0)), F(0))
    bridge = dict(b.bridge_rows())
    bridge.pop("society", None)
    if not b.unvalued:
        identity("bridge", sum(bridge.values(), F(0)), b.actor_sum("LCAODUT", b.society()))
    before_closing = sum((s.total(step, b.society()) for step in social_balance.STEPS[:-1]), F(0))
    identity("roll-forward", before_closing, s.total("closing", b.society()))
    within("target-wages", b.contractual_total, b.wage_accounts, True)
    within("target-fees", b.claimed_fees, b.fee_accounts, True)
    if b.wage_accounts:
        days = range(b.first, b.last + 1)
        rate = sum((b.bank.need("arbetsgivaravgift", d, "the rate of contributions").amount
                    for d in days), F(0)) / len(days)
        within("contribution-rate", b.fee_accounts / b.wage_accounts, rate)
    within("wage-subsidy", months_times(b.register.employments, b, "subsidy"),
           ledger_of(b, "wageSubsidy"))
    within("placement-income", ledger_of(b, "placementFee"),
           months_times(b.register.places, b, "price"))
    income = sb.operating_income(b.sie)
    for name, parts in (
            ("income-kinds", [v for (kind, _), v in b.ledger.items() if kind in sb.INCOME]),
            ("income-channels", list(b.channels.values()))):
        listed = sum(parts, F(0))
        identity(name, listed + (income - listed), income)
    if b.sie_before:
        rows.append(opening_check(b.sie, b.sie_before))
    else:
        rows.append(("opening-balance", None, None, None, None, "untestable"))
    return rows


def closing_of(sie, account):
    """What the file states, else the opening balance and the transactions."""
    if account in sie.closing_balances:
        return sie.closing_balances[account]
    return sie.opening_balances.get(account, F(0)) + sum(
        (v for a, _, v in sie.transactions if a == account), F(0))


# Section 3, with layout-sides.tsv: accounts that are one balance, and may lie on the other side.
TOGETHER = [(1320, 1329), (1340, 1345), (1346, 1347), (1360, 1369), (1380, 1388), (1500, 1519),
            (1560, 1569), (1570, 1579), (1620, 1629), (1640, 1649), (1650, 1659), (1660, 1669),
            (1670, 1679), (1680, 1689), (2330, 2339), (2360, 2369), (2370, 2379), (2390, 2399),
            (2440, 2449), (2450, 2459), (2460, 2469), (2470, 2479), (2610, 2659), (2860, 2869),
            (2870, 2879)]
BY_TENS = [(1500, 1619), (1700, 1799), (2340, 2359), (2400, 2499), (2500, 2599), (2600, 2899),
           (2900, 2999)]
ALONE = [(1573, 1573), (1630, 1639), (1673, 1673), (1920, 1989), (2373, 2373), (2473, 2473),
         (2480, 2489), (2492, 2492), (2850, 2859), (2873, 2873)]


def together(account):
    """The accounts that one is taken with; none where a balance never changes side."""
    number = int((account + "0000")[:4])
    for ranges, key in ((ALONE, lambda low: number), (TOGETHER, lambda low: low),
                        (BY_TENS, lambda low: number // 10)):
        for low, high in ranges:
            if low <= number <= high:
                return ranges is ALONE, key(low), account if ranges is ALONE else ""
    return None


def balance_sheet(sie, placed=lambda account: False, opening=False):
    """Assets, and equity and liabilities: the result is what classes 3-8 leave, booked or not. A
    liability in debit is an asset and the reverse, but for accounts that the settings placed."""
    accounts = (set(sie.opening_balances) | set(sie.closing_balances) | set(sie.accounts()))
    groups = {}
    for a in accounts:
        if a[0] in "12":
            group = None if placed(a) else together(a)
            groups.setdefault((a[0], group), []).append(
                sie.opening_balances.get(a, F(0)) if opening else closing_of(sie, a))
    assets = others = F(0)
    for (side, group), balances in groups.items():
        total = sum(balances, F(0))
        turned = group and (total < 0 if side == "1" else total > 0)
        if (side == "1") != bool(turned):
            assets += total
        else:
            others += total
    result = F(0) if opening else sum(
        (sie.balance(a) for a in sie.accounts() if a[0] in "345678"), F(0))
    return assets, -others - result


def opening_check(sie, before):
    accounts = {a for a in set(sie.opening_balances) | set(before.opening_balances)
                | set(before.closing_balances) | {t[0] for t in before.transactions}
                if a[0] in "12"}
    opening = {a: sie.opening_balances.get(a, F(0)) for a in accounts}
    closing = {a: closing_of(before, a) for a in accounts}
    unbooked = -sum(closing.values(), F(0))
    differing = {a for a in accounts if opening[a] != closing[a]}
    equity = {a for a in differing if a.startswith("20")}
    moved = sum((opening[a] - closing[a] for a in equity), F(0))
    unexplained = differing - (equity if moved == unbooked else set())
    left, right = (sum((abs(v) for v in side.values()), F(0)) for side in (opening, closing))
    return ("opening-balance", left, right, left - right, F(0),
            "warning" if unexplained else "ok")


def rows_of(b, s):
    printed = []
    for name, *figures, outcome in checks(b, s):
        places = 6 if name == "contribution-rate" else 2
        printed.append((name,) + tuple("" if v is None else decimal(rounded(v, places), places)
                                       for v in figures) + (outcome, GROUPS[name]))
    return printed


def write(options):
    b = sb.Bokslut(options.folder, options.bank, options.municipal, options.year)
    s = social_balance.SocialBalance(b, social_balance.read_package(options.previous))
    sb.write_table(options.out, "avstamning.csv", "check,left,right,difference,tolerance,outcome,group",
                   rows_of(b, s))


def main():
    return sb.command(__doc__, write, [("--previous", {"help": "see social_balance.py"})])


if __name__ == "__main__":
    sys.exit(main())
