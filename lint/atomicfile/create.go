package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a file that comes to be in one piece: it is written under another name, and Commit gives it its own.
type File struct {
	*os.File
	path   string      // as the user named it
	target string      // what the path leads to; empty for a device or a pipe, which is written as it is
	info   fs.FileInfo // of the file that is there already; nil for none
}

// Create begins to write a file. A file that is there stays as it is until Commit.
func Create(path string) (*File, error) {
	f := &File{path: path, target: path}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		f.target = target
	}
	info, err := os.Stat(f.target)
	mode := fs.FileMode(newMode)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, CreateError(path, err)
	case info.IsDir():
		return nil, CreateError(path, errors.New("it is a folder: name a file in it"))
	case !info.Mode().IsRegular():
		f.File, err = os.OpenFile(path, os.O_WRONLY, 0)
		f.target = ""
		return f, CreateError(path, err)
	case info.Mode().Perm()&0o222 == 0: // which root may write all the same
		return nil, CreateError(path, fs.ErrPermission)
	default:
		f.info, mode = info, privateMode
	}
	dir := filepath.Dir(f.target)
	ClearTemps(dir)
	f.File, err = createTemp(dir, mode)
	return f, CreateError(path, err)
}

// Commit ends the file and puts it where it belongs.
func (f *File) Commit() error {
	if f.target == "" {
		return f.Close()
	}
	err := f.settle()
	f.Discard()
	return err
}

func (f *File) settle() error {
	if f.info != nil {
		if err := becomeLike(f.File, f.info); err != nil {
			return err
		}
	} else if err := f.Sync(); err != nil {
		return err
	}
	if err := rename(f.File, f.target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(f.target))
}

// Discard takes away what was not committed; a file that was there before stays.
func (f *File) Discard() {
	f.Close()
	if f.target != "" {
		os.Remove(f.Name())
	}
}

// CreateError says in one line what could not be written, why, and what to do; nil stays nil.
func CreateError(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("write %s: its folder does not exist: make it first", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("write %s: it may not be written: check the permissions of the file and its folder", path)
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err // the path is said already
	}
	return fmt.Errorf("write %s: %w", path, err)
}
