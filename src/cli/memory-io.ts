/** A machine of its own for each test: files in a map (bytes as Latin-1), what was printed in two texts. */
import type { Io } from './io.ts'

export interface MemoryIo extends Io {
  readonly files: Map<string, string>
  readonly printed: { out: string; err: string }
}

/** @param files the files there are, and standard input as `-`; a name that ends with `/` is a directory */
export function memoryIo(files: Readonly<Record<string, string>> = {}): MemoryIo {
  const held = new Map(Object.entries(files))
  const printed = { out: '', err: '' }
  const isDirectory = (name: string) => {
    const prefix = name.endsWith('/') ? name : `${name}/`
    return [...held.keys()].some((file) => file.startsWith(prefix))
  }
  return {
    files: held,
    printed,
    stdout: (text) => {
      printed.out += text
    },
    stderr: (text) => {
      printed.err += text
    },
    read: (name) => {
      const text = held.get(name)
      return Promise.resolve(text === undefined ? { refused: 'there is no such file' } : { text })
    },
    isDirectory,
    isFile: (name) => held.has(name) && !name.endsWith('/'),
    write: (name, content) => {
      if (isDirectory(name)) return { refused: 'it is a directory' }
      held.set(name, typeof content === 'string' ? content : new TextDecoder('latin1').decode(content))
      return {}
    },
  }
}
