package glossary

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// New returns a names file that is not there yet.
func New(path string) *File { return &File{Path: path, layout: layout{names: -1}} }

// Save writes the text of the file in place of the one that was read: at once, so that whoever reads it finds the old or
// the new. It keeps the mode, writes what a symbolic link leads to, and refuses a file that has changed since it was read.
func (f *File) Save(text string) error {
	if err := f.save(text); err != nil {
		return fmt.Errorf("write %s: %w", f.Path, err)
	}
	return nil
}

func (f *File) save(text string) error {
	path, mode := f.Path, fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	switch now, err := os.ReadFile(path); {
	case errors.Is(err, fs.ErrNotExist) && f.text == "":
	case err != nil:
		return err
	case string(now) != f.text:
		return errors.New("it has changed since it was read: run the command again")
	default:
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".names-*.yaml")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // of no effect once it is renamed
	_, err = temp.WriteString(text)
	err = errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
