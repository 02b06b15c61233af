/** Words of ssh_config(5). Each function gives undefined for a text that the file can't say, or that ssh refuses there. */
import { fitsOnALine } from './control.ts'

/** The address behind `HostName`, which ssh also refuses when it looks like an option or like a command. */
export function sshHostName(text: string): string | undefined {
  return /^[0-9A-Za-z][0-9A-Za-z.:_-]*$|^::[0-9A-Fa-f:.]*$/.test(text) ? text : undefined
}

/** The name behind `User`: newer versions fill in `%` and `${ }` there, older ones do not, and none takes a shell's signs. */
export function sshUser(text: string): string | undefined {
  return fitsOnALine(text) && /^[^\s%$"'`\\;&<>|(){}#=-][^\s%$"'`\\;&<>|(){}#=]*$/.test(text)
    ? quoted(text)
    : undefined
}

/** The path behind `IdentityFile`: `%` is written twice, and nothing keeps ssh from filling `${ }` in. */
export function sshFile(path: string): string | undefined {
  return fitsOnALine(path) && !path.includes('${') ? quoted(path.replaceAll('%', '%%')) : undefined
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
