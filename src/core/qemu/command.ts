import type { Finding, Path } from '../finding.ts'

/** One option of the command line and where it comes from. */
export interface QemuArgument {
  /** With its dash: `-device`. */
  readonly option: string
  readonly value?: string
  /** The value of the Domain that it was written from. */
  readonly path: Path
}

/** A program that has to run beside QEMU, started before it. */
export interface Helper {
  readonly name: 'virtiofsd' | 'swtpm'
  /** The program, then its arguments. */
  readonly argv: readonly string[]
  /** The socket that QEMU connects to; the helper is ready when it is there. */
  readonly socket: string
  readonly path: Path
}

/** A file that is made from another one when it is not there yet. */
export interface Copy {
  readonly from: string
  readonly to: string
  readonly path: Path
}

/** All that it takes to run a Domain with plain QEMU. */
export interface QemuCommand {
  /** The program: a name to be found on the PATH, or a path. */
  readonly binary: string
  readonly arguments: readonly QemuArgument[]
  readonly helpers: readonly Helper[]
  readonly copies: readonly Copy[]
  /** Directories that must exist before the start. */
  readonly directories: readonly string[]
  /** What the command line can't say, or says in another way than libvirt does. Their paths are spec paths. */
  readonly findings: readonly Finding[]
}

/** The program and its words, as a process is given them: no shell in between. */
export function argvOf(command: QemuCommand): string[] {
  const words = [command.binary]
  for (const argument of command.arguments) {
    words.push(argument.option)
    if (argument.value !== undefined) words.push(argument.value)
  }
  return words
}
