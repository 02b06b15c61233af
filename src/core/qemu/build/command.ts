import type { Finding, Path } from '../../finding.ts'

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
  readonly name: 'virtiofsd' | 'swtpm' | 'passt'
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

/**
 * A file with a secret, named by `-object secret,id=…,file=…` (or `-drive password-secret`): no password stands on a
 * command line, where everybody on the host may read it.
 */
export interface Secret {
  /** What it opens, in words of a message: 'password of VNC', 'key of vda'. */
  readonly name: string
  /** The file that QEMU reads, in the state directory. */
  readonly file: string
  /**
   * What the file holds, without a newline at its end: the script writes it for the start (mode 600) and deletes it
   * afterwards. undefined when the design does not hold it: the person makes the file, and the script says which.
   */
  readonly text?: string
  /** The value of the Domain that it is from. */
  readonly path: Path
}

/** A variable in the environment of QEMU, of QEMU only. */
export interface EnvironmentVariable {
  readonly name: string
  readonly value: string
  /** The value of the Domain that it is from. */
  readonly path: Path
}

/** All that it takes to run a Domain with plain QEMU. */
export interface QemuCommand {
  /** The program: a name to be found on the PATH, or a path. */
  readonly binary: string
  readonly arguments: readonly QemuArgument[]
  readonly helpers: readonly Helper[]
  readonly copies: readonly Copy[]
  readonly secrets: readonly Secret[]
  readonly environment: readonly EnvironmentVariable[]
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
