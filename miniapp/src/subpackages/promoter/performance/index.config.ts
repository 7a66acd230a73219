// Pulling is the phone's own there; in a browser Taro's stand-in would tear fixed feet from the window.
export default definePageConfig({ enablePullDownRefresh: process.env.TARO_ENV !== 'h5' });
