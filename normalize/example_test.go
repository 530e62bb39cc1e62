package normalize_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/normalize"
)

// One text, two locales, a factor of a thousand.
func ExampleLocale_Number() {
	for _, tag := range []string{"de-DE", "en-US"} {
		n, _ := normalize.MustFor(tag).Number([]byte("1.234"))
		fmt.Println(tag, n.Decimal())
	}
	_, err := normalize.MustFor("en-US").Number([]byte("1.234,50"))
	fmt.Println(err)
	// Output:
	// de-DE 1234
	// en-US 1.234
	// normalize: "1.234,50" is not a number in en-US: not in the locale's grammar at byte 5 (reads as 1234.50 with "." between groups and "," before the fraction)
}

func ExampleLocale_Percent() {
	n, _ := normalize.MustFor("fr-FR").Percent([]byte("12,5 %"))
	fmt.Println(n.Decimal())
	// Output: 0.125
}

// A sign that several currencies share is no currency.
func ExampleLocale_Money() {
	m, _ := normalize.MustFor("en-IN").Money([]byte("₹12,34,567.50"))
	fmt.Println(m.Amount, "by", m.Evidence)

	_, err := normalize.MustFor("sv-SE").Money([]byte("1 234,50 kr"))
	var e *normalize.Error
	if errors.As(err, &e) {
		fmt.Println(e.Err, e.Candidates)
	}
	// Output:
	// 1234567.50 INR by sign
	// more than one reading [1234.50 DKK 1234.50 ISK 1234.50 NOK 1234.50 SEK]
}

// In a column of a known currency the mark may be missing, and must not contradict.
func ExampleLocale_MoneyIn() {
	l, sek := normalize.MustFor("sv-SE"), funnel.MustCurrency("SEK")
	for _, cell := range []string{"1 234,50", "1 234,50 kr", "1 234,50 €"} {
		m, err := l.MoneyIn([]byte(cell), sek)
		fmt.Println(m.Amount, err)
	}
	// Output:
	// 1234.50 SEK <nil>
	// 1234.50 SEK <nil>
	//  normalize: "1 234,50 €" is not an amount in sv-SE: marks disagree at byte 9 (the column is in SEK)
}

func ExampleLocale_Date() {
	d, _ := normalize.MustFor("pl-PL").Date([]byte("5 marca 2026"))
	fmt.Println(d.Date)

	_, err := normalize.MustFor("de-DE").Date([]byte("05-03-2026"))
	fmt.Println(err)

	d, _ = normalize.MustFor("de-DE", normalize.DateOrder(normalize.DMY)).Date([]byte("05-03-2026"))
	fmt.Println(d.Date, "with", d.Repairs)
	// Output:
	// 2026-03-05
	// normalize: "05-03-2026" is not a date in de-DE: more than one reading at byte 0: 2026-03-05 or 2026-05-03 (declare DateOrder)
	// 2026-03-05 with other separators
}

// A night in March has no half past two, one in October has two.
func ExampleLocale_Instant() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	l := normalize.MustFor("de-DE")
	for _, cell := range []string{"05.03.2026 14:30", "29.03.2026 02:30"} {
		i, err := l.Instant([]byte(cell), berlin)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(i.Time)
	}
	// Output:
	// 2026-03-05 13:30:00 +0000 UTC
	// normalize: "29.03.2026 02:30" is not a point in time in de-DE: local time was skipped at byte 0: 2026-03-29T00:30:00Z or 2026-03-29T01:30:00Z
}

func ExampleLocale_Time() {
	c, _ := normalize.MustFor("en-US").Time([]byte("12:05 AM"))
	fmt.Println(c)
	// Output: 00:05:00
}

func ExampleDecode() {
	enc, _ := normalize.EncodingByName("windows-1252")
	text, _ := normalize.Decode([]byte("M\xfcller & S\xf6hne"), enc)
	fmt.Println(string(text))

	enc, _ = normalize.EncodingByName("UTF-8")
	_, err := normalize.Decode([]byte("M\xfcller"), enc)
	fmt.Println(err)
	// Output:
	// Müller & Söhne
	// normalize: "\xfc" is not UTF-8: bad encoding at byte 1
}

// With a report the stream goes on behind a fault, so that only the row that holds it need be refused.
func ExampleNewDecoder() {
	enc, _ := normalize.EncodingByName("UTF-8")
	text, _ := io.ReadAll(normalize.NewDecoder(bytes.NewReader([]byte("1;M\xfcller\n2;Meier\n")), enc, func(f normalize.Fault) {
		fmt.Printf("byte %d: %x\n", f.Offset, f.Bytes[:f.Len])
	}))
	fmt.Printf("%s", text)
	// Output:
	// byte 3: fc
	// 1;M�ller
	// 2;Meier
}

// What the README shows.
func Example() {
	de, us := normalize.MustFor("de-DE"), normalize.MustFor("en-US")

	n, err := de.Number([]byte("1.234,5"))
	fmt.Println(n.Decimal(), err)

	m, err := de.CompactMoney([]byte("5,2 Mio. €"))
	fmt.Println(m.Amount, err)

	_, err = de.Date([]byte("05/03/2026"))
	fmt.Println(errors.Is(err, normalize.ErrAmbiguous), err)

	c, err := de.Company([]byte("Müller & Söhne GmbH & Co. KG"), normalize.MustRegion("DE"))
	fmt.Println(c.Name, "|", c.Form, err)

	cells := slices.Values([][]byte{[]byte("1.234"), []byte("0,50")})
	convention, err := normalize.Infer(normalize.KindNumber, cells, de, us)
	fmt.Println(convention, err)
	// Output:
	// 1234.5 <nil>
	// 5200000 EUR <nil>
	// true normalize: "05/03/2026" is not a date in de-DE: more than one reading at byte 0: 2026-03-05 or 2026-05-03 (declare DateOrder)
	// Müller & Söhne | GmbH & Co. KG (DE) <nil>
	// locale = "de-DE" <nil>
}

// What liberties were taken is counted with the texts that took them; the buffer of a row may be reused.
func ExampleRead() {
	us := normalize.MustFor("en-US", normalize.HomeCurrency(funnel.MustCurrency("USD")))
	row := []byte("($1,234.50)")
	r, err := normalize.Read(us.Money, row)
	copy(row, "overwritten")
	fmt.Println(r.Text, "is", r.Value.Amount, "with", r.Value.Repairs, err)
	// Output:
	// ($1,234.50) is -1234.50 USD with accounting, assumed currency <nil>
}
