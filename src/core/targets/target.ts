/** What a target is: a format of others that a design is written in, read from, or both. */
import type { Finding, Path, Position } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import type { TargetId } from '../target-ids.ts'
import type { Lack } from './lacks.ts'

/** How a text is highlighted. */
export type TargetLanguage = 'hcl' | 'ini' | 'json' | 'nix' | 'shell' | 'text' | 'xml' | 'yaml'

interface NamedFile {
  /** Below the folder of the VM, with slashes: `main.tf`. */
  readonly name: string
  /** What it is, as a part of a sentence: 'all resources'. */
  readonly about: string
}

export interface TargetText extends NamedFile {
  readonly language: TargetLanguage
  /** Ends with a newline. */
  readonly text: string
  /** The place of the design that each line is from, as findings name it; `[]` for a line that has none. */
  readonly lines?: readonly Path[]
  readonly executable?: true
}

/** What is no text: the image of a seed. */
export interface TargetBytes extends NamedFile {
  readonly bytes: Uint8Array
}

export type TargetFile = TargetText | TargetBytes

/** One choice that a target leaves to the person: its words with what each means, the usual one first. */
export interface TargetOption {
  readonly help: string
  /** Set where it means nothing for a VM by itself. */
  readonly ofSets?: true
  readonly words: Readonly<Record<string, string>>
}

export type TargetOptions = Readonly<Record<string, TargetOption>>

/** One word for each option. */
export type Choices<O extends TargetOptions> = { readonly [K in keyof O]: keyof O[K]['words'] & string }

export interface TargetJob<O extends TargetOptions = TargetOptions> {
  readonly design: Design
  /** The host that it is to run on; undefined when nothing is known of it. */
  readonly host: HostFacts | undefined
  readonly choices: Choices<O>
}

/** Several VMs of one set, for one place. */
export interface SetJob<O extends TargetOptions = TargetOptions> {
  /** What the set is called. */
  readonly name: string
  readonly vms: readonly SetPart[]
  readonly host: HostFacts | undefined
  readonly choices: Choices<O>
}

/** One VM of a set, as it is written by itself. */
export interface SetPart {
  readonly design: Design
  /** The name of its folder, which is no other’s. */
  readonly folder: string
  readonly files: readonly TargetFile[]
}

/** What a writer made of a set. */
export interface FilesOfSet {
  /** Every file that there is, the main one first. */
  readonly files: readonly TargetFile[]
  /** What there is to say about each VM beside the others, in their order; undefined where there is nothing. */
  readonly findings?: readonly (readonly Finding[])[]
}

/** What a writer made. */
export interface Written {
  /** The main one first; names are unique. */
  readonly files: readonly TargetFile[]
  /** What of the design the files do not say, or say in part: all of it, each by its place. */
  readonly lacks: readonly Lack[]
  /** All else that there is to say about the files. */
  readonly findings: readonly Finding[]
}

export interface TargetWriter<O extends TargetOptions = TargetOptions> {
  readonly options: O
  /**
   * Pure and never throwing: a design is anyone's. What is wrong with the design as such is no business of a writer,
   * whatever it makes of it then.
   */
  write(job: TargetJob<O>): Written
  /** All VMs of a set as a whole. Without it each VM has its folder, and nothing stands above them. */
  writeSet?(job: SetJob<O>): FilesOfSet
}

/** What reading a text of the format gave. */
export interface ReadTarget {
  readonly designs: readonly Design[]
  /** What was not understood, or is kept; each with its position. */
  readonly findings: readonly Finding[]
  /** Where a value of one of the designs stands in the text. */
  readonly positionOf?: (design: Design, path: Path) => Position | undefined
}

export interface TargetReader {
  /** Whether a text is of this format, by its look. Asked of any text that comes in, so cheap and sure. */
  fits(text: string): boolean
  /**
   * @param defaultName what a VM without a name is called
   * @param host the host that the design will be resolved for: what `resolve` adds by itself need not be said
   */
  read(text: string, defaultName: string, host: HostFacts | undefined): ReadTarget
}

export interface Target {
  readonly id: TargetId
  /** What it is and for whom, as a sentence. */
  readonly about: string
  /** What runs the VM there, so that what is wrong for it alone is wrong there too; undefined for something else. */
  readonly engine?: 'libvirt' | 'qemu'
  readonly writer?: TargetWriter
  readonly reader?: TargetReader
}
