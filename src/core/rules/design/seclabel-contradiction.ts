import type { Path } from '../../finding.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'seclabel.contradiction',
  title: 'A security label that contradicts itself',
  target: 'libvirt',
  source:
    'libvirt 11.3: "dynamic label type must use resource relabeling", "resource relabeling is not compatible with \'none\' label type", "security label is missing", "missing security model in domain seclabel"; at the start "Security driver model \'foo\' is not available"',
  *check(context) {
    const { seclabel, more_seclabels: more = [] } = context.domain
    const labels: { label: NonNullable<typeof seclabel>; path: Path }[] = [
      ...(seclabel === undefined ? [] : [{ label: seclabel, path: ['seclabel'] }]),
      ...more.map((label, index) => ({ label, path: ['more_seclabels', index] })),
    ]
    for (const { label: one, path } of labels) {
      const { type, relabel, label, model } = one
      const wrong =
        type === 'dynamic' && relabel === 'no'
          ? 'A dynamic label is put on all files of the VM: relabel can’t be no.'
          : type === 'none' && relabel === 'yes'
            ? 'Without a label there is nothing to put on files: relabel can’t be yes.'
            : type === 'static' && (label ?? '') === ''
              ? 'A static label has to be said in label.'
              : model === undefined &&
                  (type === 'static' || (type === 'dynamic' && one.baselabel !== undefined))
                ? 'A label is of a security driver: say the model, such as dac or selinux.'
                : model !== undefined && !drivers.has(model)
                  ? `There is no security driver ${model}: libvirt has selinux, apparmor, dac and none.`
                  : undefined
      if (wrong !== undefined)
        yield { at: path, message: wrong, fix: { title: 'Leave the label to libvirt' } }
    }
  },
}

const drivers: ReadonlySet<string> = new Set(['selinux', 'apparmor', 'dac', 'none', 'stack', 'nop'])
