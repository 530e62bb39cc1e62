package normalize

import "sync/atomic"

// late is a part of a locale that is compiled when a text first needs it, so that For is cheap and a program has only what it
// uses. Two goroutines may both compile it; one result is kept. The zero value is not compiled.
type late[T any] struct{ made atomic.Pointer[T] }

func (p *late[T]) get(compile func() *T) *T {
	if made := p.made.Load(); made != nil {
		return made
	}
	p.made.CompareAndSwap(nil, compile())
	return p.made.Load()
}
