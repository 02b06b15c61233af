/** What the command line can't say, or says in another way. */
import type { Path, Severity } from '../../finding.ts'
import type { Build } from './build.ts'

/** The codes of what the command line leaves open. They never change. */
export type Code =
  /** Left out: libvirt does it, a QEMU command line does not. */
  | 'qemu.unsupported'
  /** Said, but not quite as libvirt does it. */
  | 'qemu.differs'
  /** Works once the host has been made ready for it. */
  | 'qemu.host-setup'
  /** A password, which must not stand on a command line. */
  | 'qemu.secret'
  /** A text that QEMU would read as something else. */
  | 'qemu.text'

const severityOf: Readonly<Record<Code, Severity>> = {
  'qemu.unsupported': 'warning',
  'qemu.differs': 'advice',
  'qemu.host-setup': 'advice',
  'qemu.secret': 'advice',
  'qemu.text': 'error',
}

/** Leaves a finding at a place of the Domain, once. */
export function report(
  build: Build,
  code: Code,
  path: Path,
  message: string,
  severity: Severity = severityOf[code],
): void {
  const key = `${path.join()}\n${message}`
  if (build.found.has(key)) return
  build.found.add(key)
  build.findings.push({ code, severity, path, message })
}

/** Leaves a finding that something is left out, and what to do about it. */
export function leftOut(build: Build, path: Path, message: string): void {
  report(build, 'qemu.unsupported', path, message)
}

/** Sets a variable in the environment of QEMU, which the script does; undefined sets none. */
export function setVariable(build: Build, name: string, value: string | undefined, path: Path): void {
  if (value === undefined) return
  build.environment.push({ name, value, path })
  report(
    build,
    'qemu.host-setup',
    path,
    `Start QEMU with ${name}=${value} in its environment, as the script does.`,
  )
}
