import { vmSpec } from '../../spec/index.ts'
import type { Rule } from '../support/rule.ts'
import { saidTexts } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'path.tilde',
  title: 'A path that begins with a tilde',
  severity: 'advice',
  source: 'libvirt and QEMU take paths as they are; only a shell makes ~ the home directory',
  *check(context) {
    for (const { path, key, text } of saidTexts(vmSpec, context.spec)) {
      const isHosts = path[0] === 'libvirt' || path[0] === 'source'
      if (!isHosts || prose.has(key)) continue
      if (text !== '~' && !/^~[\w.-]*\//.test(text)) continue
      yield {
        path,
        message: `libvirt does not expand the ~ in ${text}. Write the whole path, such as /home/you${text.slice(text.indexOf('/') < 0 ? text.length : text.indexOf('/'))}; {{.VmStateDir}} stands for the directory of this VM in sockets and images.`,
      }
    }
  },
}

/** Texts that are no path whatever they begin with. */
const prose: ReadonlySet<string> = new Set([
  'snippets',
  'xml_passthrough',
  'title',
  'description',
  'cmdline',
  'initargs',
  'passwd',
  'oem_strings',
])
