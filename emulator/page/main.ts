import { startApp } from './app.ts';

startApp(new URLSearchParams(location.search).get('as') ?? '@first');
