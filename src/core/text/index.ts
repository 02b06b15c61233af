/**
 * Texts as other programs read them: UTF-8, base64url, JSON with positions, sets of CPUs, dates; the word that was meant;
 * and in `quote/` the one function of each format through which a text of the author's goes into it.
 */

export { appendAll } from './append-all.ts'
export { base64Encode, base64urlDecode, base64urlEncode } from './base64url.ts'
export { beginsProxmox } from './begins-proxmox.ts'
export { beginsQemuCommand } from './begins-qemu.ts'
export { calendar, secondsOf } from './calendar.ts'
export { CpuSet, cpusOf } from './cpu-set.ts'
export { type JsonText, readJson } from './json.ts'
export { nearest } from './nearest.ts'
export { holds, rangesOf } from './number-ranges.ts'
export { ownValue, setOwn } from './own-value.ts'
export { placesIn } from './places.ts'
export { bridgeConfWord, configurationWord, udevValue, userName } from './quote/configuration.ts'
export { fstabField } from './quote/fstab.ts'
export { hclComment, hclName, hclTemplate, hclText, hclTextOfLines } from './quote/hcl.ts'
export { kickstartWord } from './quote/kickstart.ts'
export { markdownBlock, markdownCode, markdownCodeCell, markdownText } from './quote/markdown.ts'
export { preseedValue } from './quote/preseed.ts'
export { sarifMessage, sarifUri } from './quote/sarif.ts'
export type { ShellCommandLayout } from './quote/shell.ts'
export {
  canBeAShellWord,
  formatShellCommand,
  quoteForShell,
  shellComment,
  shellWord,
} from './quote/shell.ts'
export { sshFile, sshHostName, sshUser } from './quote/ssh-config.ts'
export { escapeUnitPath, unitValue, unitWord } from './quote/systemd.ts'
export { sha256 } from './sha256.ts'
export { utf8Decode, utf8Encode } from './utf8.ts'
export { withoutEnd, withoutEnds } from './without-ends.ts'
export { type XmlInText, xmlInText } from './xml-in-text.ts'
export { deepestNesting, yamlRefusal } from './yaml-refusal.ts'
