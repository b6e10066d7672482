import { electronHost } from './electron-host.ts';
import type { HostUnderTest } from './host-under-test.ts';
import { httpHost } from './http-host.ts';
import { inProcessHost } from './in-process-host.ts';

/** Every host that the contract has to hold in. */
export const HOSTS: readonly HostUnderTest[] = [inProcessHost, httpHost, electronHost];
