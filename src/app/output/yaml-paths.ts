/** Where in a vm.yml each line is, by its indentation alone: works on a text that is being written, too. */
import type { Path, PathSegment } from '../core.ts'

interface Open {
  /** The column of the key or of the dash. */
  readonly indent: number
  readonly path: Path
  /** For a list: the index of its last item. */
  index: number
  readonly isItem: boolean
}

/** The path of each line from the root of the file; comments and blank lines have that of what is around them. */
export function yamlLinePaths(text: string): Path[] {
  const open: Open[] = [{ indent: -1, path: [], index: -1, isItem: false }]
  let block: number | undefined
  return text.split('\n').map((line): Path => {
    const indent = line.search(/[^ ]/)
    const around = () => open.at(-1)?.path ?? []
    if (block !== undefined && (indent === -1 || indent > block)) return around()
    block = undefined
    if (indent === -1 || /^ *(?:#|\r?$)/.test(line)) return around()
    if (/^(?:---|\.\.\.)/.test(line)) {
      open.splice(1)
      return []
    }
    let column = indent
    let rest = line.slice(indent)
    let parent = close(open, column, rest.startsWith('- ') || rest.trimEnd() === '-')
    while (/^-(?:\s|$)/.test(rest)) {
      parent.index += 1
      const item: Open = { indent: column, path: [...parent.path, parent.index], index: -1, isItem: true }
      open.push(item)
      parent = item
      const blank = /^-\s*/.exec(rest)?.[0].length ?? 1
      column += blank
      rest = rest.slice(blank)
    }
    const key =
      /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#:{}[\],&*!|>'"%@`][^#:]*?(?::[^\s#:][^#:]*?)*))\s*:(?=\s|$)/.exec(
        rest,
      )
    if (key) {
      const name: PathSegment = key[1] ?? key[2] ?? key[3] ?? ''
      open.push({ indent: column, path: [...parent.path, name], index: -1, isItem: false })
      if (/:\s+(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/.test(rest)) block = column
    } else if (/^[|>][-+\d]*\s*$/.test(rest)) block = indent
    return around()
  })
}

/** Closes what a line at this column is not inside of, and gives what it is inside of. */
function close(open: Open[], column: number, isDash: boolean): Open {
  for (;;) {
    const last = open.at(-1)
    if (last === undefined) throw new Error('the root is never closed')
    // A list may stand at the column of its key.
    const isAround = last.indent < column || (isDash && !last.isItem && last.indent === column)
    if (isAround || open.length === 1) return last
    open.pop()
  }
}

/**
 * The spec path of a path in the file, whatever the shape of the file (see SpecShape in core): undefined outside of
 * any spec.
 */
export function specPathInFile(path: Path, vm: string): Path | undefined {
  const [first, second] = path
  if (first === 'vms' || first === 'vm') return path.length >= 2 ? path.slice(2) : undefined
  if (first === `${vm}-libvirt`) return path.slice(1)
  if (first === vm) return second === 'vm' ? path.slice(2) : undefined
  if (first === 'spec') return path.slice(1)
  if (first === 'name' && path.length === 1) return undefined
  return second === 'vm' ? path.slice(2) : path
}

/** The spec path of each line. */
export function specLines(text: string, vm: string): readonly Path[] {
  return yamlLinePaths(text).map((path) => specPathInFile(path, vm) ?? [])
}
