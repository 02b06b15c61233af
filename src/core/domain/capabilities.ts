/** What a container may do of Linux's capabilities. Manual: LXC driver; Linux manual, capabilities(7). */
import { at, attribute, child, oneOf, onOff } from '../table/index.ts'

const capability = (name: string, help: string) =>
  at(name, attribute('state', onOff, { help, since: '1.2.4' }))

export const capabilities = child(
  'capabilities',
  {
    policy: attribute('policy', oneOf('default', 'allow', 'deny'), {
      help: 'What holds for capabilities that are not named.',
    }),
    audit_control: capability('audit_control', 'Change the rules of auditing.'),
    audit_write: capability('audit_write', 'Write to the audit log.'),
    block_suspend: capability('block_suspend', 'Keep the system from sleeping.'),
    chown: capability('chown', 'Change owners of files.'),
    dac_override: capability('dac_override', 'Pass over file permissions.'),
    dac_read_search: capability('dac_read_search', 'Pass over permissions for reading.'),
    fowner: capability('fowner', 'Act as the owner of any file.'),
    fsetid: capability('fsetid', 'Keep set-id bits when a file changes.'),
    ipc_lock: capability('ipc_lock', 'Lock memory.'),
    ipc_owner: capability('ipc_owner', 'Pass over permissions of System V IPC.'),
    kill: capability('kill', 'Send signals to any process.'),
    lease: capability('lease', 'Take leases on any file.'),
    linux_immutable: capability('linux_immutable', 'Set the immutable and append flags.'),
    mac_admin: capability('mac_admin', 'Change the mandatory access control.'),
    mac_override: capability('mac_override', 'Pass over the mandatory access control.'),
    mknod: capability('mknod', 'Make device files.'),
    net_admin: capability('net_admin', 'Configure the network.'),
    net_bind_service: capability('net_bind_service', 'Bind ports below 1024.'),
    net_broadcast: capability('net_broadcast', 'Send broadcasts.'),
    net_raw: capability('net_raw', 'Use raw sockets.'),
    setgid: capability('setgid', 'Change the group id.'),
    setfcap: capability('setfcap', 'Set capabilities of files.'),
    setpcap: capability('setpcap', 'Change capabilities of processes.'),
    setuid: capability('setuid', 'Change the user id.'),
    sys_admin: capability('sys_admin', 'Do a good deal of administration.'),
    sys_boot: capability('sys_boot', 'Reboot.'),
    sys_chroot: capability('sys_chroot', 'Use chroot.'),
    sys_module: capability('sys_module', 'Load kernel modules.'),
    sys_nice: capability('sys_nice', 'Raise priorities.'),
    sys_pacct: capability('sys_pacct', 'Switch process accounting.'),
    sys_ptrace: capability('sys_ptrace', 'Trace any process.'),
    sys_rawio: capability('sys_rawio', 'Use I/O ports.'),
    sys_resource: capability('sys_resource', 'Pass over resource limits.'),
    sys_time: capability('sys_time', 'Set the clock.'),
    sys_tty_config: capability('sys_tty_config', 'Configure terminals.'),
    syslog: capability('syslog', 'Use privileged syslog.'),
    wake_alarm: capability('wake_alarm', 'Set wake-up alarms.'),
  },
  { label: 'Container capabilities', help: 'What a container may do.', since: '1.2.4' },
)
