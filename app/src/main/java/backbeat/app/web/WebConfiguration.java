package backbeat.app.web;

import backbeat.studio.Studio;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the pages together. Every page class is named here; nothing is searched for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@Import({
    WebSecurity.class,
    Trouble.class,
    DoorPages.class,
    InvitationPages.class,
    MePages.class,
    AccountPages.class,
    PasswordPages.class,
    ElsewherePages.class,
    ApiPages.class,
    ArchivePages.class,
    DashboardPages.class,
    ProductionPages.class,
    PlanPages.class,
    UploadPages.class,
    ShotListPages.class,
    SongPages.class,
    LyricsPages.class,
    FootagePages.class,
    ClipWordPages.class,
    CutPages.class,
    CutEditPages.class,
    ReturnedPages.class,
    ReviewPages.class,
    GuestPages.class,
    PeoplePages.class,
    JobPages.class,
    JobEvents.class
})
class WebConfiguration implements WebMvcConfigurer {
    private final Gate gate;

    WebConfiguration(Studio studio, Surroundings surroundings) {
        this.gate = new Gate(studio, cookies(surroundings));
    }

    @Bean
    static Cookies cookies(Surroundings surroundings) {
        return new Cookies(surroundings.isEncrypted());
    }

    @Bean
    static Pages pages(Studio studio, Cookies cookies) {
        return new Pages(TemplateEngine.createPrecompiled(ContentType.Html), studio, cookies);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrors.class.getName());
            }
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/backbeat/app/web/static/", "classpath:/backbeat/app/theme/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).mustRevalidate());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HereResolver());
    }

    /** Gives a route who asks and where. */
    private static final class HereResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Here.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            Object here = request.getAttribute(Here.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
            if (here == null) {
                throw new Gate.Refused(404);
            }
            return here;
        }
    }
}
