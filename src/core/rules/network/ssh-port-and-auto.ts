import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'ssh.port-and-auto',
  title: 'A port and an automatic port',
  source: 'vm.yml: port and port_auto exclude each other',
  *check(context) {
    const { port = 0, port_auto } = context.spec.ssh ?? {}
    if (port === 0 || port_auto !== true) return
    yield {
      path: ['ssh', 'port_auto'],
      message: `ssh.port says ${port}, and ssh.port_auto says that a free one is chosen. Leave one of them out.`,
      fix: { title: `Keep port ${port}`, changes: [{ path: ['ssh', 'port_auto'] }] },
    }
  },
}
