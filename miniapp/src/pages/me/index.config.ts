// Pulling is the phone's own there; in a browser Taro's stand-in would tear fixed feet from the window.
export default definePageConfig({ enableShareAppMessage: true, enablePullDownRefresh: process.env.TARO_ENV !== 'h5' });
