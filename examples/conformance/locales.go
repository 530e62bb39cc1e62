package main

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/koine-go/koine/normalize"
)

// locales are those met so far, each compiled once with the options.
type locales struct {
	options []normalize.Option
	known   map[string]compiled
}

type compiled struct {
	locale *normalize.Locale
	err    error
}

// maxLocales is more than there are; a file that names more has made them up, and they are not kept.
const maxLocales = 2000

func newLocales(options ...normalize.Option) *locales {
	return &locales{options, map[string]compiled{}}
}

func (l *locales) of(tag string) (*normalize.Locale, error) {
	c, ok := l.known[tag]
	if !ok {
		if len(l.known) >= maxLocales {
			clear(l.known)
		}
		c = l.compile(tag)
		l.known[tag] = c
	}
	return c.locale, c.err
}

func (l *locales) compile(text string) compiled {
	tag, err := language.Parse(text)
	if err != nil {
		return compiled{err: fmt.Errorf("locale %q: %w", cut(text), err)}
	}
	locale, err := normalize.For(tag, l.options...)
	return compiled{locale, err}
}
