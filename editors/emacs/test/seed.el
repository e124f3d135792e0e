;;; seed.el --- Edits the seed article as a translator does -*- lexical-binding: t; -*-

;; Run by test.sh, which sets MTLINT, SEEDS, WORK and PACKAGES.

;;; Code:

(require 'cl-lib)
(require 'package)
(add-to-list 'package-directory-list (getenv "PACKAGES"))
(package-initialize)
(require 'mtlint)

(defconst test-article (expand-file-name "newsweek-iraq.txt" (getenv "WORK")))
(defconst test-other (expand-file-name "other.txt" (getenv "WORK")))
(defconst test-names (expand-file-name "names.yaml" (getenv "WORK")))
(defconst test-rows (expand-file-name "newsweek-iraq.expected.tsv" (getenv "SEEDS")))

(defun test-say (format &rest arguments)
  (princ (concat (apply #'format format arguments) "\n")))

(defun test-fail (format &rest arguments)
  (apply #'test-say (concat "FAILED: " format) arguments)
  (kill-emacs 1))

(defun test-rest ()
  "Let happen what happens in Emacs while nobody types."
  (accept-process-output nil 0.02)
  (dolist (timer (copy-sequence timer-idle-list))
    (timer-event-handler timer))
  (flymake-start))

(defun test-await (what holds)
  "Wait until HOLDS returns true, or fail."
  (let ((end (+ (float-time) 30)))
    (while (not (funcall holds))
      (when (> (float-time) end)
        (dolist (d (flymake-diagnostics))
          (test-say "  %d %s" (line-number-at-pos (flymake-diagnostic-beg d)) (flymake-diagnostic-text d)))
        (test-fail "waited 30 seconds: %s" what))
      (test-rest)))
  (test-say "ok: %s" what))

(defun test-line (number)
  "Go to a line and return its text."
  (goto-char (point-min))
  (forward-line (1- number))
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun test-place (number column text)
  "Return the bounds of TEXT in line NUMBER, at COLUMN or behind it."
  (test-line number)
  (forward-char (max (- column 2) 0))
  (let ((case-fold-search nil))
    (unless (search-forward text (line-end-position) t)
      (test-fail "%S is not in line %d" text number)))
  (cons (match-beginning 0) (match-end 0)))

(defun test-found (place)
  "Return whether something overlaps PLACE that is told as an error or a warning."
  (cl-some (lambda (d)
             (and (memq (flymake-diagnostic-type d) '(eglot-error eglot-warning))
                  (< (flymake-diagnostic-beg d) (cdr place))
                  (< (car place) (flymake-diagnostic-end d))))
           (flymake-diagnostics)))

(defun test-choose (place title)
  "Choose the code action at PLACE that has TITLE in its own."
  (goto-char (car place))
  (let ((last-nonmenu-event ?x))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (or (cl-find-if (lambda (item) (string-match-p (regexp-quote title) item)) (mapcar #'car items))
                     (test-fail "the menu has no %S but %S" title (mapcar #'car items))))))
      (call-interactively #'eglot-code-actions)))
  (test-say "ok: the menu has the action: %s" title))

(defun test-must ()
  "Return the places of the rows that must be found."
  (let (places)
    (dolist (row (split-string (with-temp-buffer (insert-file-contents test-rows) (buffer-string)) "\n" t))
      (pcase (split-string row "\t")
        (`(,number ,column ,text ,_ "must" . ,_)
         (push (test-place (string-to-number number) (string-to-number column) text) places))))
    places))

(setq mtlint-command (list (getenv "MTLINT") "lsp")
      eglot-confirm-server-initiated-edits nil
      eglot-sync-connect t)
(mtlint-setup)
(find-file test-article)
(run-hooks 'post-command-hook)          ; where `eglot-ensure' connects

(let ((must (test-must)))
  (unless (= (length must) 10)
    (test-fail "%d rows that must be found, want 10" (length must)))
  (test-await "the ten findings are there" (lambda () (cl-every #'test-found must))))

(test-choose (test-place 27 378 "A response") "Delete it")
(test-await "the fix changes the text" (lambda () (string-match-p "see any response" (test-line 27))))
(test-await "its finding goes" (lambda () (not (test-found (test-place 27 370 "any response")))))

(test-choose (test-place 31 4 "Wali") "Accept the name ‘Wali’")
(test-await "names.yaml has the name"
            (lambda () (and (file-exists-p test-names)
                            (with-temp-buffer (insert-file-contents test-names) (search-forward "Wali" nil t)))))
(test-await "its finding goes" (lambda () (not (test-found (test-place 31 1 "Al-Wali")))))

(test-line 9)
(insert "See the the war. ")
(test-await "a fault that is typed appears" (lambda () (test-found (test-place 9 1 "the the"))))

(mtlint-fix-all)
(test-await "all safe fixes mend it" (lambda () (string-prefix-p "See the war. " (test-line 9))))

(mtlint-lint-workspace)
(test-await "linting the workspace lists what is in other files"
            (lambda ()
              (let ((list (cl-find "*Flymake diagnostics for" (mapcar #'buffer-name (buffer-list)) :test #'string-prefix-p)))
                (and list (with-current-buffer list
                            (string-match-p "other\\.txt.*written twice" (buffer-string)))))))

(set-buffer-modified-p nil)
(kill-emacs 0)
;;; seed.el ends here
