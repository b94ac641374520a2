"""What a sample's books and register must agree on. Broken ties stop the script."""

from collections import defaultdict

from amounts import amount_text, rounded
from book import FEE_RATE
from register import SUBSIDIES_ON_3988


def check(name, book, register, wages, place_accounts, senior_fees=None):
    """What the reconciliation of the report will look at must hold here, year by year."""
    book.verify()
    for first, last in book.years[1:]:
        def cost(*prefixes):
            return book.change(lambda number: number.startswith(prefixes), first, last)

        target = rounded(wages(first, last))
        assert cost("7015") == target
        payroll = cost("70", "71", "72", "73")
        assert target <= payroll
        if senior_fees is None:
            expected = payroll * FEE_RATE
        else:
            expected = senior_fees(first, last, payroll)
        fees = cost("7510", "7511", "7519")
        assert abs(fees - expected) < 100, (fees, expected)
        assert -cost("3988") == rounded(register.subsidies(first, last, SUBSIDIES_ON_3988))
        assert -cost("7514") == rounded(register.subsidies(first, last, {"nystartsjobb"}))
        for buyer, (account, code) in place_accounts.items():
            income = -book.change(lambda number, wanted=account: number == wanted, first, last,
                                  code)
            assert income == rounded(register.places(first, last, buyer)), (buyer, income)
        print(f"{name} {last.year}: {sum(first <= v.date <= last for v in book.vouchers)} "
              f"verifikationer, intäkter {amount_text(-cost('3'))}, löner {amount_text(payroll)}, "
              f"varav målgruppen {amount_text(target)}, avgifter {amount_text(fees)}, "
              f"3988 {amount_text(-cost('3988'))}, resultat "
              f"{amount_text(book.result(first, last))}")
    print(f"{name}: " + ", ".join(f"{table} {len(rows)}"
                                  for table, rows in register.tables.items() if rows))


def check_statement(book):
    """Every year ties, and no account of another legal form is used."""
    book.verify()
    for first, last in book.years:
        trial = book.trial_balance(first, last)
        sums = defaultdict(int)
        for account, (_, closing) in trial.items():
            sums[account[0]] += closing
        assert sums["1"] == -sum(amount for digit, amount in sums.items() if digit != "1")
