package atomicfile

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Parts is a file whose parts are replaced one by one, from its start to its end. It may be larger than memory: what
// changes goes into a temporary file, which takes the place of the file at the end.
type Parts struct {
	path, target string // as the user named it; the file that it leads to
	info         fs.FileInfo
	old, temp    *os.File      // temp is nil until something changed
	out          *bufio.Writer // to temp
	at, copied   int64         // bytes of old: of the parts that came, and in temp
	err          error
}

// OpenParts opens a file for its parts to be replaced. A symbolic link is followed. It refuses what Rewrite refuses.
func OpenParts(path string) (*Parts, error) {
	p := &Parts{path: path}
	target, err := filepath.EvalSymlinks(path)
	if err == nil {
		p.target = target
		p.old, p.info, err = openTarget(target)
	}
	if err != nil {
		return nil, RewriteError(path, err)
	}
	return p, nil
}

// Path returns the path of the file as it was opened.
func (p *Parts) Path() string { return p.path }

// Replace puts text in place of the next part of the file, which must hold old. After an error nothing more is written.
func (p *Parts) Replace(old, text string) error {
	if p.err == nil && text != old {
		if err := p.write(old, text); err != nil {
			p.err = RewriteError(p.path, err)
		}
	}
	p.at += int64(len(old))
	return p.err
}

// write writes what stands before the part and was not yet written, and the text.
func (p *Parts) write(old, text string) error {
	if p.temp == nil {
		var err error
		if p.temp, err = createTemp(filepath.Dir(p.target), privateMode); err != nil {
			return err
		}
		p.out = bufio.NewWriterSize(p.temp, copyBuffer)
	}
	if err := p.copy(p.at - p.copied); err != nil {
		return err
	}
	if !holds(p.old, p.at, old) {
		return errChanged
	}
	p.copied += int64(len(old))
	_, err := p.out.WriteString(text)
	return err
}

// copyBuffer is how many bytes are copied and compared at once.
const copyBuffer = 1 << 16

// copy copies the next n bytes of the file.
func (p *Parts) copy(n int64) error {
	copied, err := io.Copy(p.out, io.NewSectionReader(p.old, p.copied, n))
	p.copied += copied
	if err == nil && copied < n {
		return errChanged
	}
	return err
}

// holds reports whether a file has the text at an offset.
func holds(f io.ReaderAt, at int64, text string) bool {
	buffer := make([]byte, min(len(text), copyBuffer))
	for text != "" {
		buffer = buffer[:min(len(buffer), len(text))]
		if _, err := f.ReadAt(buffer, at); err != nil && !errors.Is(err, io.EOF) || string(buffer) != text[:len(buffer)] {
			return false
		}
		text = text[len(buffer):]
		at += int64(len(buffer))
	}
	return true
}

// Commit writes what is left of the file and puts the new one in its place. The file is as it was where that, or a part
// before, fails.
func (p *Parts) Commit() error {
	if p.temp == nil {
		p.Discard()
		return p.err
	}
	if p.err == nil {
		if err := p.finish(); err != nil {
			p.err = RewriteError(p.path, err)
		}
	}
	p.Discard()
	if p.err != nil {
		return p.err
	}
	return settle(p.path, p.target)
}

func (p *Parts) finish() error {
	if err := p.copy(p.info.Size() - p.copied); err != nil {
		return err
	}
	if err := p.out.Flush(); err != nil {
		return err
	}
	p.old.Close() // on some systems a file that is open cannot be replaced
	if err := install(p.temp, p.target, p.info); err != nil {
		return err
	}
	p.temp.Close()
	p.temp = nil
	return nil
}

// Discard leaves the file as it was, unless Commit was called.
func (p *Parts) Discard() {
	p.old.Close()
	if p.temp != nil {
		dismiss(p.temp, errChanged)
	}
}
