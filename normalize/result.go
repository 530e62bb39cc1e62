package normalize

// Result keeps a value with the text that it was read from, for callers who keep values longer than the buffer of a row. The
// zero value is none.
type Result[T any] struct {
	Text  string // the whole text, as given
	Value T      // with its Repairs, which say what liberties it took and what was assumed
}

// Read reads a text by one of the methods of a Locale and keeps both: normalize.Read(l.Money, cell). Where there is an error
// the result has the text alone. It copies the text, which the methods do not, so that they allocate nothing.
func Read[T any](read func([]byte) (T, error), text []byte) (Result[T], error) {
	value, err := read(text)
	if err != nil {
		return Result[T]{Text: string(text)}, err
	}
	return Result[T]{string(text), value}, nil
}
