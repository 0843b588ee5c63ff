# bash completion for memenem, made from its command model; edits are lost.
# Source it, or put it into ~/.local/share/bash-completion/completions/memenem

_memenem_words() {
  local prefix=
  if [[ $1 == list && $cur == *,* ]]; then
    prefix=${cur%,*},
  fi
  COMPREPLY=($(compgen -P "$prefix" -W "$2" -- "${cur#"$prefix"}"))
}

_memenem_live() {
  local program=${COMP_WORDS[0]/#\~/$HOME}
  COMPREPLY=($(compgen -W "$("$program" complete "$1" "${place[@]}" 2>/dev/null | cut -f 1)" -- "$cur"))
}

_memenem_files() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\n'
  COMPREPLY=($(compgen "$1" -- "$cur"))
}

_memenem() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= literal= i
  local place=()
  COMPREPLY=()
  # bash makes three words of --option=value
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --) literal=yes; break ;;
      --store | --config)
        [[ ${COMP_WORDS[i+1]} == = ]] && place+=("${COMP_WORDS[i]}=${COMP_WORDS[i+2]}")
        [[ ${COMP_WORDS[i+1]} != = ]] && place+=("${COMP_WORDS[i]}=${COMP_WORDS[i+1]}")
        ((i++)) ;;
      -o | --output | --color) ((i++)) ;;
      =) ((i++)) ;;
      -*) ;;
      *) [[ $command ]] || command=${COMP_WORDS[i]} ;;
    esac
  done
  [[ $literal ]] && return
  case $command:$prev in
    *:-o | *:--output) _memenem_words one "table json ndjson"; return ;;
    *:--color) _memenem_words one "auto always never"; return ;;
    *:--store) return ;;
    *:--config) _memenem_files -f; return ;;
    submit:--file) _memenem_files -f; return ;;
    submit:-s | submit:--style) _memenem_words one "sarcastic gen_z_slang wholesome dark_humor corporate_irony"; return ;;
    submit:-t | submit:--max-templates) return ;;
    submit:-n | submit:--variations) return ;;
    submit:--template) _memenem_live templates; return ;;
    submit:--source) _memenem_words one "builtin imgflip reddit knowyourmeme"; return ;;
    submit:--provider) _memenem_words one "gemini openai builtin"; return ;;
    submit:--images) [[ ${COMP_LINE:0:COMP_POINT} == *=* ]] && { _memenem_files -d; return; } ;;
    submit:--seed) return ;;
    submit:--label) return ;;
    submit:--key) return ;;
    submit:--record) _memenem_files -d; return ;;
    submit:--replay) _memenem_files -d; return ;;
    status:--timeout) return ;;
    status:--interval) return ;;
    status:--limit) return ;;
    status:--state) _memenem_words one "queued processing completed failed cancelled"; return ;;
    status:--label) return ;;
    status:--since) return ;;
    worker:--concurrency) return ;;
    worker:--poll) return ;;
    worker:--record) _memenem_files -d; return ;;
    worker:--replay) _memenem_files -d; return ;;
    templates:--topic) return ;;
    templates:--id) _memenem_live templates; return ;;
    templates:--source) _memenem_words one "builtin imgflip reddit knowyourmeme"; return ;;
    templates:--limit) return ;;
    render:--template) _memenem_live templates; return ;;
    render:--text) return ;;
    render:--dir) _memenem_files -d; return ;;
    render:--format) _memenem_words one "png jpg gif"; return ;;
    render:--width) return ;;
    render:--font) _memenem_files -f; return ;;
    score:--template) _memenem_live templates; return ;;
    score:--file) _memenem_files -f; return ;;
    cache-cleanup:--kind) _memenem_words list "templates captions jobs results images"; return ;;
    cache-cleanup:--older-than) return ;;
  esac
  if [[ $cur == -* ]]; then
    case $command in
      submit) _memenem_words one "--file -s --style -t --max-templates -n --variations --template --source --provider -d --detach --queue --images --best --force --offline --seed --refresh --strict --label --key --record --replay -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      status) _memenem_words one "-w --watch --wait --timeout --interval --exit-status --limit --state --label --since -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      cancel) _memenem_words one "-o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      retry) _memenem_words one "-d --detach --queue -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      worker) _memenem_words one "--concurrency --drain --poll --record --replay -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      templates) _memenem_words one "--topic --id --source --limit --refresh --offline -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      render) _memenem_words one "--template --text --dir --format --width --font --best --force --html --preview --open --alt --offline -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      score) _memenem_words one "--template --file -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      cache-stats) _memenem_words one "-o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      cache-cleanup) _memenem_words one "--dry-run --kind --older-than --all -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      doctor) _memenem_words one "--online -o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
      *) _memenem_words one "-o --output --json --color --no-progress -q --quiet -v --verbose --store --config -h --help -V --version" ;;
    esac
    return
  fi
  case $command in
    '') _memenem_words one "submit status cancel retry worker templates render score cache-stats cache-cleanup doctor" ;;
    status) _memenem_live jobs ;;
    cancel) _memenem_live jobs ;;
    retry) _memenem_live jobs ;;
    render) _memenem_live jobs ;;
  esac
}

complete -F _memenem memenem
