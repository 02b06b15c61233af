/** A script that runs the one of each VM of a set, and ends at the first that fails. POSIX shell. */
import { beginning, written } from './shell-functions.ts'
import { oneLine, word } from './shell-words.ts'

export interface RunAll {
  /** The script in each folder; that of the first says what the options are. */
  readonly script: string
  /** In the order in which they are run. */
  readonly folders: readonly string[]
  /** What it does to all VMs, as a sentence without its end. */
  readonly about: string
  /** What is said of the one that failed, behind its name. */
  readonly failed: string
  /** What is done at the end. */
  readonly end?: string
  /** Whether that of each knows --help. */
  readonly hasHelp?: true
  /** Where the first word is a number, each gets the next one. */
  readonly counts?: true
}

export function runAllScript({ script, folders, about, failed, end = '', hasHelp, counts }: RunAll): string {
  const [first = ''] = folders
  const name = word(script)
  return `#!/bin/sh
# ${oneLine(about)}: one after the other, up to the first that fails. ${
    counts === true
      ? 'A first word that is a number is the id of the first VM; the others have the next ones.'
      : 'Its words go to the script of each.'
  }
${written}
${beginning.trimStart()}
${hasHelp === true ? helpOf(first, name) : ''}run() {
  vm=$1
  shift
  printf '== %s\\n' "$vm"
  "./$vm/"${name} "$@" || {
    status=$?
    printf '%s\\n' "$vm ${failed}" >&2
    exit "$status"
  }
}

${folders.map((folder, index) => lineOf(folder, index, counts === true)).join('')}${end}`
}

function helpOf(folder: string, script: string): string {
  return `case \${1-} in
  --help)
    ./${word(folder)}/${script} --help
    exit
    ;;
esac

`
}

/** Without the number each takes the next that is free. */
function lineOf(folder: string, index: number, counts: boolean): string {
  if (!counts) return `run ${word(folder)} "$@"\n`
  return `run ${word(folder)} \${1:+"$(($1 + ${index}))"}\n`
}
