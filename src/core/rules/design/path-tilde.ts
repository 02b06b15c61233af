import { vmSpec } from '../../spec/index.ts'
import type { Rule } from '../support/rule.ts'
import { saidTexts } from '../support/said-fields.ts'

export const rule: Rule = {
  id: 'path.tilde',
  title: 'A path that begins with a tilde',
  severity: 'advice',
  source: 'libvirt and QEMU take paths as they are; only a shell makes ~ the home directory',
  *check(context) {
    for (const { path, field, text } of saidTexts(vmSpec, context.spec)) {
      if (!('scalar' in field) || field.scalar.isHostPath !== true) continue
      if (text !== '~' && !/^~[\w.-]*\//.test(text)) continue
      yield {
        path,
        message: `libvirt does not expand the ~ in ${text}. Write the whole path, such as /home/you${text.slice(text.indexOf('/') < 0 ? text.length : text.indexOf('/'))}; {{.VmStateDir}} stands for the directory of this VM in sockets and images.`,
      }
    }
  },
}
