package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// maxReported is how many unusable rows of one file are told in full; the others are counted.
const maxReported = 20

// faults reports what could not be scored, as it is met.
type faults struct {
	w     io.Writer
	count int // of all files
	file  string
	here  int // of this file
}

// add reports a fault at a line, or of the file as a whole at line 0.
func (f *faults) add(file string, line int, err error) {
	if file != f.file {
		f.close()
		f.file = file
	}
	f.count++
	var path *fs.PathError
	switch {
	case errors.As(err, &path): // which names the file again
		fmt.Fprintf(f.w, "%s: %v\n", file, path.Err)
		return
	case line == 0:
		fmt.Fprintf(f.w, "%s: %v\n", file, err)
		return
	case f.here < maxReported:
		fmt.Fprintf(f.w, "%s:%d: %v\n", file, line, err)
	}
	f.here++
}

// close says how many rows of the file before were not told.
func (f *faults) close() {
	if more := f.here - maxReported; more > 0 {
		fmt.Fprintf(f.w, "%s: %d more rows that cannot be scored\n", f.file, more)
	}
	f.here = 0
}
