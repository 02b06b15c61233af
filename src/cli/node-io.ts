import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ownValue } from '../core/index.ts'
import type { Io, ReadText, WrittenFile } from './io.ts'

/** The real machine: files below the working directory, and the process's own streams. */
export const nodeIo: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  read,
  isDirectory: (name) => kindOf(name)?.isDirectory() ?? false,
  isFile: (name) => kindOf(name)?.isFile() ?? false,
  write,
}

function kindOf(name: string) {
  return statSync(name, { throwIfNoEntry: false })
}

async function read(name: string): Promise<ReadText> {
  try {
    if (name.toLowerCase().endsWith('.ova')) return { text: beginningOf(name) }
    const bytes = name === '-' ? await readStandardInput() : readFileSync(name)
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    return { refused: error instanceof TypeError ? 'it holds no UTF-8 text' : reason(error) }
  }
}

/** So much of an .ova is read, which has its disks behind it: its .ovf stands at the beginning. */
const packageBytes = 1024 * 1024

function beginningOf(name: string): string {
  const file = openSync(name, 'r')
  try {
    const bytes = Buffer.alloc(packageBytes)
    return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes, 0, packageBytes, 0)))
  } finally {
    closeSync(file)
  }
}

/** As a stream: what waits for a slow writer can't be read at once. */
async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function write(name: string, content: string | Uint8Array, mode: number): WrittenFile {
  try {
    mkdirSync(path.dirname(name), { recursive: true })
    const target = realTarget(name)
    if (target === undefined) writeFileSync(name, content)
    else replaceFile(target, content, mode)
    return {}
  } catch (error) {
    return { refused: reason(error) }
  }
}

/** The file behind links; undefined for what can only be written to, such as /dev/stdout or a pipe. */
function realTarget(name: string): string | undefined {
  if (!lstatSync(name, { throwIfNoEntry: false })) return name
  const target = realpathSync(name)
  return statSync(target).isFile() ? target : undefined
}

/** A reader sees the old file or the new one, never a part. */
function replaceFile(target: string, content: string | Uint8Array, mode: number): void {
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`)
  try {
    writeFileSync(beside, content, { mode, flag: 'wx' })
    chmodSync(beside, mode & ~process.umask())
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'there is no permission to it',
  EPERM: 'there is no permission to it',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  EEXIST: 'a part of its path is no directory',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ownValue(reasons, code) ?? (error instanceof Error ? error.message : String(error))
}
