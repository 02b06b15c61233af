/** All designs as one zip of vm.yml, and back. A zip comes from anyone: what it holds is measured while it is read. */

import { Unzip, UnzipInflate } from 'fflate'
import { fileNameOf } from '../../core/bundle/file-name.ts'
import { zipBundle } from '../../core/bundle/zip-bundle.ts'
import { t } from '../words/index.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** The folder that the zip unpacks to. */
export const folderOfDesigns = 'vmwright-designs'

/**
 * Texts as one zip. Where a name is taken, all files of a group get a number.
 *
 * @param groups the files of one design each
 */
export function zipTexts(groups: readonly (readonly TextFile[])[]): Uint8Array<ArrayBuffer> {
  const taken = new Set<string>()
  const encoder = new TextEncoder()
  const named = groups.flatMap((files) => {
    const numbered = (number: number) => files.map(({ name }) => numberedName(name, number))
    let number = 1
    // Also where a file system takes capitals for small letters.
    while (numbered(number).some((name) => taken.has(name.toLowerCase()))) number += 1
    return numbered(number).map((name, index) => {
      taken.add(name.toLowerCase())
      return { name, bytes: encoder.encode(files[index]?.text), executable: false }
    })
  })
  return zipBundle(named, folderOfDesigns)
}

function numberedName(name: string, number: number): string {
  const [, base = '', ending = ''] = /^(.*?)((?:\.typed)?\.[a-z]+)?$/s.exec(name) ?? []
  return `${fileNameOf(base)}${number === 1 ? '' : `-${number}`}${ending}`
}

/** What may be in a zip of designs; more is not read. */
export const zipLimits = { files: 1000, fileBytes: 8 * 1024 * 1024, allBytes: 64 * 1024 * 1024 }

export interface ReadZip {
  readonly files: readonly TextFile[]
  /** What was not read, and why, in sentences. */
  readonly problems: readonly string[]
}

/** Deflate makes at most 1032 bytes of one, so that each piece is looked at before it is large. */
const pieceBytes = 4096

/** True for what begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Reads the texts of a zip, folders aside. Never throws. */
export function readZip(bytes: Uint8Array, limits = zipLimits): ReadZip {
  const files: TextFile[] = []
  const problems: string[] = []
  let count = 0
  let all = 0
  let isFull = false
  const begun = new Set<string>()
  const unzip = new Unzip((file) => {
    const { name } = file
    if (isFull || name.endsWith('/')) return
    count += 1
    if (count > limits.files) {
      isFull = true
      problems.push(t`There are more than ${limits.files} files in it: the others were not read.`)
      return
    }
    begun.add(name)
    const pieces: Uint8Array[] = []
    let length = 0
    let isEnded = false
    const stop = (problem: string) => {
      isEnded = true
      begun.delete(name)
      problems.push(problem)
      file.terminate()
    }
    file.ondata = (error, piece, isLast) => {
      if (error === null) all += piece.length
      // What is not kept is unpacked all the same, and takes time: it counts.
      if (isEnded && all > limits.allBytes) isFull = true
      if (isEnded) return
      if (error !== null) {
        stop(t`${name} could not be unpacked: ${error.message}.`)
        return
      }
      length += piece.length
      if (length > limits.fileBytes)
        stop(t`${name} is larger than ${limits.fileBytes / 1024 / 1024} MiB and was not read.`)
      else if (all > limits.allBytes) {
        isFull = true
        stop(t`It unpacks to more than ${limits.allBytes / 1024 / 1024} MiB: the rest was not read.`)
      } else pieces.push(piece)
      if (!isEnded && isLast) {
        begun.delete(name)
        const text = textOf(pieces, length)
        if (text === undefined) problems.push(t`${name} is no text.`)
        else files.push({ name, text })
      }
    }
    try {
      file.start()
    } catch {
      stop(t`${name} is packed in a way that this page can’t read.`)
    }
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !isFull; at += pieceBytes)
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
  } catch {
    problems.push(t`It is no whole zip: what is behind the first fault was not read.`)
  }
  for (const name of begun) problems.push(t`${name} is not whole.`)
  if (count === 0 && problems.length === 0) problems.push(t`It is no whole zip, or there is nothing in it.`)
  return { files, problems }
}

function textOf(pieces: readonly Uint8Array[], length: number): string | undefined {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
