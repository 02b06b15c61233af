import type { Rule } from '../support/rule.ts'
import { pathOfText } from '../support/said-texts.ts'

export const rule: Rule = {
  id: 'path.tilde',
  title: 'A path that begins with a tilde',
  severity: 'advice',
  source: 'libvirt and QEMU take paths as they are; only a shell makes ~ the home directory',
  *check(context) {
    for (const said of context.said.texts) {
      const { text } = said
      if (!text.startsWith('~') || !/^~(?:$|[\w.-]*\/)/.test(text)) continue
      const { field } = said.of
      if (!('scalar' in field) || field.scalar.isHostPath !== true) continue
      yield {
        path: pathOfText(said),
        message: `libvirt does not expand the ~ in ${text}. Write the whole path, such as /home/you${text.slice(text.indexOf('/') < 0 ? text.length : text.indexOf('/'))}; {{.VmStateDir}} stands for the directory of this VM in sockets and images.`,
      }
    }
  },
}
